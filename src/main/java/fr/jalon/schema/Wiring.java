package fr.jalon.schema;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Scalars and type resolution of the executable schema. */
final class Wiring {

    private Wiring() {}

    static RuntimeWiring of() {
        return RuntimeWiring.newRuntimeWiring()
                // The standard's own scalar for ids takes lists and objects, too.
                .strictMode(false)
                .scalar(scalar("Date", new DateCoercing()))
                .scalar(Scalars.GraphQLID.transform(id -> id.coercing(new IdCoercing())))
                .scalar(ExtendedScalars.Url)
                .scalar(scalar("DateTime", new DateTimeCoercing()))
                .scalar(scalar("PeriodLabel", new PeriodCoercing()))
                .scalar(scalar("PagePath", Scalars.GraphQLString.getCoercing()))
                .wiringFactory(new ResolvedByPlan())
                .build();
    }

    private static GraphQLScalarType scalar(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }

    /** The plan knows each node's type, so the schema never has to resolve one. */
    private static final class ResolvedByPlan implements WiringFactory {
        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return resolution -> {
                throw new IllegalStateException("types are resolved by the plan");
            };
        }
    }

    /** Ids as clients may write them; a list, an object or a fraction is none (section 3.5.5 of the specification). */
    private static final class IdCoercing implements Coercing<String, String> {
        private static final Coercing<?, ?> STANDARD = Scalars.GraphQLID.getCoercing();

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result.toString();
        }

        @Override
        public String parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof String
                    || input instanceof Integer
                    || input instanceof Long
                    || input instanceof BigInteger) {
                return input.toString();
            }
            throw new CoercingParseValueException("An id is a text such as \"theme/api\".");
        }

        @Override
        public String parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return (String) Objects.requireNonNull(STANDARD.parseLiteral(input, variables, context, locale));
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return STANDARD.valueToLiteral(input, context, locale);
        }
    }

    private static final class PeriodCoercing implements Coercing<Period, String> {
        private static final String TEXT = "A period is a text such as \"S1 2022\".";

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result instanceof Period period ? period.label() : result.toString();
        }

        @Override
        public Period parseValue(Object input, GraphQLContext context, Locale locale) {
            if (input instanceof Map || input instanceof List) {
                throw new CoercingParseValueException(TEXT);
            }
            try {
                return Period.parse(String.valueOf(input));
            } catch (PeriodFormatException e) {
                throw new CoercingParseValueException(e.getMessage(), e);
            }
        }

        @Override
        public Period parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(input instanceof StringValue text) || text.getValue() == null) {
                throw new CoercingParseLiteralException(TEXT);
            }
            try {
                return Period.parse(text.getValue());
            } catch (PeriodFormatException e) {
                throw new CoercingParseLiteralException(e.getMessage(), e);
            }
        }
    }
}
