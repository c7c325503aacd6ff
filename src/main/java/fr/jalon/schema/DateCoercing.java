package fr.jalon.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calendar dates as RFC 3339 writes them. */
final class DateCoercing implements Coercing<LocalDate, String> {

    private static final int SHOWN = 40;
    private static final String TEXT = "A date is a text such as \"2022-06-30\".";

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
        return result.toString();
    }

    @Override
    public LocalDate parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof Map || input instanceof List) {
            throw new CoercingParseValueException(TEXT);
        }
        try {
            return LocalDate.parse(String.valueOf(input));
        } catch (DateTimeException e) {
            throw new CoercingParseValueException(refusal(String.valueOf(input)), e);
        }
    }

    @Override
    public LocalDate parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (!(input instanceof StringValue text) || text.getValue() == null) {
            throw new CoercingParseLiteralException(TEXT);
        }
        try {
            return LocalDate.parse(text.getValue());
        } catch (DateTimeException e) {
            throw new CoercingParseLiteralException(refusal(text.getValue()), e);
        }
    }

    private static String refusal(String found) {
        String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
        return "\"%s\" is not a date; expected one such as \"2022-06-30\"".formatted(shown);
    }
}
