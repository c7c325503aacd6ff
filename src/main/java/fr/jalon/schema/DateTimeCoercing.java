package fr.jalon.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Moments as RFC 3339 writes them. */
final class DateTimeCoercing implements Coercing<OffsetDateTime, String> {

    private static final Coercing<?, ?> STANDARD = ExtendedScalars.DateTime.getCoercing();
    private static final int SHOWN = 40;
    private static final String TEXT = "A moment is a text such as \"2022-06-30T18:00:00+02:00\".";

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return (String) Objects.requireNonNull(STANDARD.serialize(result, context, locale));
    }

    @Override
    public OffsetDateTime parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map || input instanceof List) {
            throw new CoercingParseValueException(TEXT);
        }
        try {
            return parsed(input, context, locale);
        } catch (CoercingParseValueException e) {
            throw new CoercingParseValueException(refusal(String.valueOf(input)), e);
        }
    }

    @Override
    public OffsetDateTime parseLiteral(
            Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (!(input instanceof StringValue text) || text.getValue() == null) {
            throw new CoercingParseLiteralException(TEXT);
        }
        try {
            return parsed(text.getValue(), context, locale);
        } catch (CoercingParseValueException e) {
            throw new CoercingParseLiteralException(refusal(text.getValue()), e);
        }
    }

    private static OffsetDateTime parsed(Object input, GraphQLContext context, Locale locale) {
        return (OffsetDateTime) Objects.requireNonNull(STANDARD.parseValue(String.valueOf(input), context, locale));
    }

    private static String refusal(String found) {
        String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
        return "\"%s\" is not a moment; expected one such as \"2022-06-30T18:00:00+02:00\"".formatted(shown);
    }
}
