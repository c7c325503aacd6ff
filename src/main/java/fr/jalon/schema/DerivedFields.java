package fr.jalon.schema;

import graphql.language.Description;
import graphql.language.Directive;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What follows from each field of a type of nodes: a condition of its filter, a key of its order, and its arguments. */
final class DerivedFields {

    static final String CONNECTION = "Connection";
    private static final String FILTER = "Filter";
    private static final String LIST_FILTER = "ListFilter";
    private static final String ORDER = "Order";

    private final WrittenContract written;
    private final Map<String, String> filters = new HashMap<>();

    DerivedFields(WrittenContract written) {
        this.written = written;
        for (TypeDefinition<?> type : written.types().values()) {
            if (type instanceof InputObjectTypeDefinition input) {
                Directives.first(input, "compares")
                        .map(compares -> Directives.texts(compares, "scalars"))
                        .ifPresent(scalars -> scalars.forEach(scalar -> filters.put(scalar, input.getName())));
            }
        }
    }

    /** What a rule takes from the fields of a type; nothing but for filters and orders. */
    List<InputValueDefinition> of(Rule rule, ImplementingTypeDefinition<?> type) {
        return switch (rule.ending()) {
            case FILTER -> conditions(type);
            case ORDER -> keys(type);
            default -> List.of();
        };
    }

    /** A condition on each field. */
    private List<InputValueDefinition> conditions(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> !isMarked(field, "unfiltered"))
                .map(field -> input(field, condition(field)))
                .toList();
    }

    private String condition(FieldDefinition field) {
        boolean many = isList(field);
        Optional<String> node = node(field);
        if (node.isPresent()) {
            return node.get() + (many || isConnection(field) ? LIST_FILTER : FILTER);
        }
        String scalar = FieldTypes.scalar(field);
        String filter = filters.getOrDefault(scalar, scalar + FILTER);
        return many ? filter.substring(0, filter.length() - FILTER.length()) + LIST_FILTER : filter;
    }

    /** A key for each field that has one value, and for each that leads to one node. */
    private List<InputValueDefinition> keys(ImplementingTypeDefinition<?> type) {
        List<InputValueDefinition> keys = new ArrayList<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            if (!isList(field) && !isConnection(field) && !isMarked(field, "unordered")) {
                keys.add(input(field, node(field).map(node -> node + ORDER).orElse("SortDirection")));
            }
        }
        return keys;
    }

    private boolean isMarked(FieldDefinition field, String directive) {
        return written.types().get(FieldTypes.scalar(field)) instanceof ScalarTypeDefinition scalar
                && scalar.hasDirective(directive);
    }

    /** A value for each dimension that groups nodes of the type. */
    static List<EnumValueDefinition> dimensions(ImplementingTypeDefinition<?> type) {
        return type.getDirectives(DimensionReader.DIRECTIVE).stream()
                .map(each -> value(text(each, "name"), text(each, "description")))
                .toList();
    }

    static EnumValueDefinition value(String name, String description) {
        return EnumValueDefinition.newEnumValueDefinition()
                .name(name)
                .description(new Description(description, null, false))
                .build();
    }

    private static String text(Directive directive, String argument) {
        return Objects.requireNonNull(
                Directives.text(directive, argument), () -> "A dimension lacks its %s".formatted(argument));
    }

    /** The field with the arguments of lists or of pages, where it leads to several nodes. */
    FieldDefinition withArguments(FieldDefinition field) {
        Optional<String> node = node(field);
        if (node.isEmpty() || !(isList(field) || isConnection(field))) {
            return field;
        }
        Rule rule = written.rule("TArguments");
        FieldDefinition pattern = rule.field(isList(field) ? "list" : "page");
        List<InputValueDefinition> arguments =
                written.substitution(rule, node.get()).each(pattern.getInputValueDefinitions());
        List<InputValueDefinition> others = arguments.stream()
                .filter(each -> field.getInputValueDefinitions().stream()
                        .noneMatch(own -> own.getName().equals(each.getName())))
                .toList();
        return field.transform(builder ->
                builder.inputValueDefinitions(WrittenContract.joined(field.getInputValueDefinitions(), others)));
    }

    /** The type of nodes that a field leads to, if it does. */
    private Optional<String> node(FieldDefinition field) {
        String name = FieldTypes.named(field.getType());
        String node = isConnection(field) ? name.substring(0, name.length() - CONNECTION.length()) : name;
        return written.node(node).map(ImplementingTypeDefinition::getName);
    }

    private static boolean isConnection(FieldDefinition field) {
        return FieldTypes.named(field.getType()).endsWith(CONNECTION);
    }

    private static boolean isList(FieldDefinition field) {
        Type<?> type = field.getType();
        return type instanceof ListType
                || (type instanceof NonNullType nonNull && nonNull.getType() instanceof ListType);
    }

    private static InputValueDefinition input(FieldDefinition field, String type) {
        return InputValueDefinition.newInputValueDefinition()
                .name(field.getName())
                .description(field.getDescription())
                .type(new TypeName(type))
                .build();
    }
}
