package fr.jalon.execution;

import fr.jalon.TestGraph;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A valid query made at random from a schema, of root fields that are read and not computed: with fragments, aliases,
 * variables, filters, orders and pages.
 */
public final class RandomOperation {

    private static final Set<String> READ_WITH_A_PAGE = Set.of("nodes", "edges", "pageInfo");
    private static final Set<String> READ_ALONE = Set.of("totalCount", "facets", "suggestions");

    private final GraphQLSchema schema;
    private final Random random;
    private final Size size;
    private final RandomValues values;
    private final Map<String, Object> variables = new LinkedHashMap<>();
    private final List<String> declarations = new ArrayList<>();
    private final StringBuilder fragments = new StringBuilder();
    private final String body;
    private int names;
    private int statements;
    private int left;

    /**
     * How large operations are.
     *
     * @param depth most levels of fields
     * @param breadth most fields of a selection set, one of its parts at a time
     * @param nodes one field in so many leads to further fields
     * @param fields most of all levels, give or take those that a selection set cannot do without
     */
    public record Size(int depth, int breadth, int nodes, int fields) {

        /** Many are asked in a short time. */
        static final Size SMALL = new Size(5, 3, 3, Integer.MAX_VALUE);

        /** As much as somebody writes who is curious. */
        public static final Size CURIOUS = new Size(6, 4, 2, 40);
    }

    /** The operation of a seed. */
    public RandomOperation(GraphQLSchema schema, KnownValues known, Size size, long seed) {
        this.schema = schema;
        this.size = size;
        this.left = size.fields();
        this.random = new Random(seed);
        this.values = new RandomValues(random, known);
        StringBuilder roots = new StringBuilder();
        for (int i = random.nextInt(6) / 5; i >= 0; i--) {
            roots.append(root());
        }
        this.body = roots.toString();
    }

    public String query() {
        String declared = declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")";
        return "query Random%s { %s} %s".formatted(declared, body, fragments);
    }

    public Map<String, Object> variables() {
        return variables;
    }

    /** How many statements may answer it. */
    int statements() {
        return statements;
    }

    private String root() {
        GraphQLFieldDefinition field = pick(schema.getQueryType().getFieldDefinitions().stream()
                .filter(each -> !TestGraph.CONTRACT.computed().contains(each.getName()))
                .toList());
        Set<String> chosen = new HashSet<>();
        String text = "r%s: %s%s".formatted(names++, field.getName(), arguments(field))
                + below(
                        (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(field.getType()),
                        1 + random.nextInt(size.depth()),
                        chosen);
        boolean connection = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(field.getType()))
                .endsWith("Connection");
        boolean page = !connection || chosen.stream().anyMatch(READ_WITH_A_PAGE::contains);
        statements += (page ? 1 : 0)
                + (connection
                        ? (int) chosen.stream().filter(READ_ALONE::contains).count()
                        : 0);
        return text + " ";
    }

    /** A selection set, some of it in a fragment; what is chosen of the type itself is told. */
    private String below(GraphQLFieldsContainer type, int depth, Set<String> chosen) {
        StringBuilder text = new StringBuilder(" { ").append(fields(type, depth, false, chosen));
        if (random.nextInt(6) == 0) {
            String name = "F" + names++;
            String inside = fields(type, depth - 1, false, chosen);
            fragments.append("fragment %s on %s { %s} ".formatted(name, type.getName(), inside));
            text.append("...").append(name).append(random.nextBoolean() ? " " : " @include(if: true) ");
        }
        if (type instanceof GraphQLInterfaceType shared && depth >= 0) {
            GraphQLObjectType one = pick(Objects.requireNonNull(schema.getImplementations(shared)));
            text.append("... on %s { %s} ".formatted(one.getName(), fields(one, depth - 1, true, new HashSet<>())));
        }
        return text.append("} ").toString();
    }

    /** Fields with arguments have an alias, and so have those that another type's of the same name could not join. */
    private String fields(GraphQLFieldsContainer type, int depth, boolean aliased, Set<String> chosen) {
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 && !aliased ? "__typename " : "");
        for (int i = random.nextInt(size.breadth()); i >= 0; i--) {
            boolean leadsOn = random.nextInt(type.getName().endsWith("Connection") ? 2 : size.nodes()) == 0;
            GraphQLFieldDefinition field = pick(fields(type, depth > 0 && left > 0 && leadsOn));
            left--;
            chosen.add(field.getName());
            boolean named = aliased || !field.getArguments().isEmpty() || random.nextInt(5) == 0;
            text.append(named ? "a%s: ".formatted(names++) : "")
                    .append(field.getName())
                    .append(arguments(field))
                    .append(selection(field, depth));
        }
        return text.toString();
    }

    /** Those with nodes below them, or those without; a type that has none with has some without. */
    private static List<GraphQLFieldDefinition> fields(GraphQLFieldsContainer type, boolean composite) {
        List<GraphQLFieldDefinition> fields = type.getFieldDefinitions().stream()
                .filter(field -> composite != GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType())))
                .toList();
        return fields.isEmpty() ? fields(type, !composite) : fields;
    }

    private String selection(GraphQLFieldDefinition field, int depth) {
        GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
        return type instanceof GraphQLFieldsContainer composite ? below(composite, depth - 1, new HashSet<>()) : " ";
    }

    private String arguments(GraphQLFieldDefinition field) {
        boolean backward = random.nextInt(4) == 0;
        List<String> given = new ArrayList<>();
        for (GraphQLArgument argument : field.getArguments()) {
            boolean other = Set.of("after", "before", "known", backward ? "first" : "last")
                            .contains(argument.getName())
                    || (argument.getName().equals("asOf") && random.nextInt(3) > 0);
            boolean required = GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
            if (required || (!other && random.nextInt(3) == 0)) {
                given.add(argument.getName() + ": " + value(argument));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(GraphQLArgument argument) {
        RandomValues.Written value = switch (argument.getName()) {
            case "first", "last" -> values.number(8);
            case "depth" -> values.number(3);
            case "maxLength" -> values.number(6);
            case "asOf" -> values.dayOfGraph();
            case "by" -> values.distinct(argument.getType(), 3);
            default -> values.of(argument.getType());
        };
        if (random.nextInt(3) > 0) {
            return value.literal();
        }
        String name = "v" + names++;
        declarations.add("$%s: %s".formatted(name, GraphQLTypeUtil.simplePrint(argument.getType())));
        variables.put(name, value.json());
        return "$" + name;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
