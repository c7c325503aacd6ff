package fr.jalon.schema;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import graphql.GraphQLContext;
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
import java.util.Locale;

/** Scalars and type resolution of the executable schema. */
final class Wiring {

    private Wiring() {}

    static RuntimeWiring of() {
        return RuntimeWiring.newRuntimeWiring()
                .scalar(scalar("Date", new DateCoercing()))
                .scalar(ExtendedScalars.Url)
                .scalar(scalar("PeriodLabel", new PeriodCoercing()))
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

    private static final class PeriodCoercing implements Coercing<Period, String> {
        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result instanceof Period period ? period.label() : result.toString();
        }

        @Override
        public Period parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return Period.parse(String.valueOf(input));
            } catch (PeriodFormatException e) {
                throw new CoercingParseValueException(e.getMessage(), e);
            }
        }

        @Override
        public Period parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(input instanceof StringValue text) || text.getValue() == null) {
                throw new CoercingParseLiteralException("A period is a text such as \"S1 2022\".");
            }
            try {
                return Period.parse(text.getValue());
            } catch (PeriodFormatException e) {
                throw new CoercingParseLiteralException(e.getMessage(), e);
            }
        }
    }
}
