package fr.jalon.execution;

import com.fasterxml.jackson.databind.node.TextNode;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes values of any type that an argument has. */
final class RandomValues {

    private static final int DEEPEST = 2;

    private final Random random;
    private final KnownValues known;

    RandomValues(Random random, KnownValues known) {
        this.random = random;
        this.known = known;
    }

    /** A value as it stands in a document, and as a variable has it. */
    record Written(String literal, @Nullable Object json) {
        static Written of(Object value) {
            return new Written(value.toString(), value);
        }

        static Written text(String text) {
            return new Written(TextNode.valueOf(text).toString(), text);
        }
    }

    Written of(GraphQLType type) {
        return of(type, DEEPEST);
    }

    /** A number from one to a bound. */
    Written number(int most) {
        return Written.of(1 + random.nextInt(most));
    }

    /** Some values of an enumeration, each once. */
    Written distinct(GraphQLType list, int most) {
        List<String> names = new ArrayList<>(names((GraphQLEnumType) GraphQLTypeUtil.unwrapAll(list)));
        java.util.Collections.shuffle(names, random);
        return list(names.stream()
                .limit(1 + random.nextInt(most))
                .map(name -> new Written(name, name))
                .toList());
    }

    private Written of(GraphQLType type, int depth) {
        if (GraphQLTypeUtil.isNonNull(type)) {
            return of(GraphQLTypeUtil.unwrapOne(type), depth);
        } else if (GraphQLTypeUtil.isList(type)) {
            GraphQLType each = GraphQLTypeUtil.unwrapOne(type);
            return list(IntStream.range(0, random.nextInt(3))
                    .mapToObj(i -> of(each, depth - 1))
                    .toList());
        } else if (type instanceof GraphQLInputObjectType object) {
            return object(object, depth);
        } else if (type instanceof GraphQLEnumType names) {
            String name = pick(names(names));
            return new Written(name, name);
        }
        return scalar(((GraphQLScalarType) type).getName());
    }

    /** A day of which the graph tells. */
    Written dayOfGraph() {
        return Written.text("202%s-1%s-15".formatted(1 + random.nextInt(3), random.nextInt(3)));
    }

    private Written scalar(String name) {
        return switch (name) {
            case "ID" -> Written.text(pick(known.ids()));
            case "Boolean" -> Written.of(random.nextBoolean());
            case "Int" -> Written.of(random.nextInt(9));
            case "Float" -> Written.of(random.nextInt(100) / 4.0);
            case "Date" ->
                Written.text("202%s-0%s-1%s".formatted(random.nextInt(4), 1 + random.nextInt(9), random.nextInt(10)));
            case "DateTime" ->
                Written.text("202%s-0%s-15T12:00:00+02:00".formatted(random.nextInt(4), 1 + random.nextInt(9)));
            case "PeriodLabel" -> Written.text(pick(List.of("S1 2022", "T4 2021", "2022", "mai 2022", "en continu")));
            case "Url" -> Written.text("https://www.numerique.gouv.fr/");
            default -> Written.text(pick(known.texts()));
        };
    }

    /** An order has one key; a filter has some. */
    private Written object(GraphQLInputObjectType type, int depth) {
        boolean order = type.getName().endsWith("Order");
        List<GraphQLInputObjectField> fields = new ArrayList<>(type.getFields().stream()
                .filter(field -> depth > 0 || isFlat(GraphQLTypeUtil.unwrapAll(field.getType())))
                .toList());
        java.util.Collections.shuffle(fields, random);
        Map<String, Written> values = new LinkedHashMap<>();
        for (GraphQLInputObjectField field :
                fields.subList(0, Math.min(fields.size(), order ? 1 : random.nextInt(3)))) {
            values.put(field.getName(), field(field, order, depth));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        values.forEach((name, value) -> json.put(name, value.json()));
        String literal = values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().literal())
                .collect(Collectors.joining(", ", "{", "}"));
        return new Written(literal, json);
    }

    private Written field(GraphQLInputObjectField field, boolean order, int depth) {
        boolean none = !order && !(field.getType() instanceof GraphQLNonNull) && random.nextInt(30) == 0;
        return none ? new Written("null", null) : of(field.getType(), depth - 1);
    }

    private static boolean isFlat(GraphQLType type) {
        return !(type instanceof GraphQLInputObjectType object)
                || object.getFields().stream()
                        .noneMatch(
                                field -> GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType);
    }

    private static Written list(List<Written> values) {
        List<Object> json = new ArrayList<>();
        values.forEach(value -> json.add(Objects.requireNonNull(value.json())));
        return new Written(values.stream().map(Written::literal).collect(Collectors.joining(", ", "[", "]")), json);
    }

    private static List<String> names(GraphQLEnumType type) {
        return type.getValues().stream()
                .map(GraphQLEnumValueDefinition::getName)
                .toList();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
