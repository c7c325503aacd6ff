package fr.jalon.schema;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the mapping directives of the contract into graph types and root fields. */
final class MappingReader {

    /** Enumerations that only mapping directives use. */
    static final Set<String> ENUMS = Set.of("RelationshipDirection", "SearchWeight");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final String CONNECTION = "Connection";
    private static final String COMPUTED = "computed";

    private final TypeDefinitionRegistry registry;
    private final Map<String, ObjectTypeDefinition> nodes = new LinkedHashMap<>();
    private final Map<String, InterfaceTypeDefinition> interfaces = new LinkedHashMap<>();

    MappingReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective("node"))
                .forEach(type -> nodes.put(type.getName(), type));
        registry.getTypes(InterfaceTypeDefinition.class).forEach(type -> interfaces.put(type.getName(), type));
    }

    Map<String, GraphType> types() {
        Map<String, GraphType> types = new LinkedHashMap<>();
        nodes.values().forEach(type -> types.put(type.getName(), concrete(type)));
        interfaces.values().forEach(type -> types.put(type.getName(), shared(type, types)));
        return types;
    }

    Map<String, RootField> roots() {
        Map<String, RootField> roots = new LinkedHashMap<>();
        for (FieldDefinition field : queryFields()) {
            if (field.hasDirective(COMPUTED)) {
                continue;
            }
            String target = first(field, "counts")
                    .map(directive -> Objects.requireNonNull(text(directive, "of")))
                    .orElseGet(() -> isWay(field) ? GraphType.NODE : target(field));
            roots.put(field.getName(), new RootField(field.getName(), entry(field), target, shape(field)));
        }
        return roots;
    }

    /** Names of the root fields that do not read the graph themselves. */
    Set<String> computed() {
        return queryFields().stream()
                .filter(field -> field.hasDirective(COMPUTED))
                .map(FieldDefinition::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<FieldDefinition> queryFields() {
        ObjectTypeDefinition query = registry.getTypeOrNull("Query", ObjectTypeDefinition.class);
        return Objects.requireNonNull(query).getFieldDefinitions();
    }

    private static boolean isWay(FieldDefinition field) {
        return field.hasDirective("paths") || field.hasDirective("neighbours");
    }

    private static RootField.Entry entry(FieldDefinition field) {
        if (field.hasDirective("fulltext")) {
            return RootField.Entry.FULL_TEXT;
        } else if (field.hasDirective("counts")) {
            return RootField.Entry.COUNTS;
        } else if (field.hasDirective("paths")) {
            return RootField.Entry.PATHS;
        } else if (field.hasDirective("neighbours")) {
            return RootField.Entry.NEIGHBOURS;
        }
        return field.hasDirective("lookup") ? RootField.Entry.LOOKUP : RootField.Entry.ALL;
    }

    private GraphType concrete(ObjectTypeDefinition type) {
        requireTrust(type);
        Directive node = type.getDirectives("node").get(0);
        List<String> labels = new ArrayList<>(List.of(checked(type.getName())));
        for (Type<?> implemented : type.getImplements()) {
            String name = ((TypeName) implemented).getName();
            if (name.equals(GraphType.NODE)
                    || Objects.requireNonNull(interfaces.get(name)).hasDirective("node")) {
                labels.add(checked(name));
            }
        }
        Map<String, GraphField> fields = new LinkedHashMap<>();
        type.getFieldDefinitions().forEach(field -> fields.put(field.getName(), field(type, field)));
        return new GraphType(
                type.getName(),
                List.copyOf(labels),
                List.of(type.getName()),
                text(node, "seed"),
                Optional.ofNullable(text(node, "prefix")).orElse(prefix(type.getName())),
                texts(node, "key"),
                first(type, "uncited")
                        .map(directive -> text(directive, "because"))
                        .orElse(null),
                Restatement.of(type),
                fields);
    }

    private GraphType shared(InterfaceTypeDefinition type, Map<String, GraphType> concrete) {
        List<String> members = nodes.values().stream()
                .filter(node -> implementsIt(node, type.getName()))
                .map(ObjectTypeDefinition::getName)
                .toList();
        Map<String, GraphField> fields = new LinkedHashMap<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            if (route(type, field).isPresent()) {
                fields.put(field.getName(), field(type, field));
                continue;
            }
            List<GraphField> mapped = members.stream()
                    .map(member -> Objects.requireNonNull(concrete.get(member))
                            .fields()
                            .get(field.getName()))
                    .map(each -> common(each, field))
                    .distinct()
                    .toList();
            if (mapped.size() == 1) {
                fields.put(field.getName(), mapped.get(0));
            }
        }
        boolean labelled = type.hasDirective("node") || type.getName().equals(GraphType.NODE);
        return new GraphType(
                type.getName(),
                labelled ? List.of(type.getName()) : List.of(),
                members,
                null,
                prefix(type.getName()),
                null,
                null,
                List.of(),
                fields);
    }

    private void requireTrust(ObjectTypeDefinition type) {
        if (implementsIt(type, GraphType.CITED) == type.hasDirective("uncited")) {
            throw new ContractException(
                    "%s either implements %s or says by @uncited why not".formatted(type.getName(), GraphType.CITED));
        }
    }

    private static String prefix(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static GraphField common(GraphField mapped, FieldDefinition field) {
        return mapped instanceof PropertyField property
                ? new PropertyField(
                        property.name(),
                        property.scalar(),
                        property.list(),
                        property.nonNull(),
                        PropertyField.Search.NONE,
                        field.hasDirective("indexed"),
                        null)
                : mapped;
    }

    private GraphField field(ImplementingTypeDefinition<?> owner, FieldDefinition field) {
        Optional<Route> route = route(owner, field);
        boolean nonNull = field.getType() instanceof NonNullType;
        if (route.isPresent()) {
            return new RelationshipField(
                    field.getName(), route.get(), target(field), label(target(field)), shape(field), nonNull);
        }
        if (isObject(target(field))) {
            throw new ContractException("%s.%s leads to %s but has neither @relationship nor @path"
                    .formatted(owner.getName(), field.getName(), target(field)));
        }
        return new PropertyField(
                checked(field.getName()),
                namedType(field.getType()),
                shape(field) == RelationshipField.Shape.LIST,
                nonNull,
                search(field),
                field.hasDirective("indexed"),
                field.getDirectives("constant").stream()
                        .map(directive -> text(directive, "value"))
                        .findFirst()
                        .orElse(null));
    }

    private String label(String type) {
        InterfaceTypeDefinition shared = interfaces.get(type);
        return shared == null || shared.hasDirective("node") ? type : GraphType.NODE;
    }

    private static PropertyField.Search search(FieldDefinition field) {
        return first(field, "searchable")
                .map(directive -> argument(directive, "as") instanceof EnumValue value
                        ? PropertyField.Search.valueOf(value.getName())
                        : PropertyField.Search.NAME)
                .orElse(PropertyField.Search.NONE);
    }

    private static Optional<Route> route(ImplementingTypeDefinition<?> owner, FieldDefinition field) {
        Optional<Directive> step = first(field, "relationship");
        if (step.isPresent()) {
            String type = Objects.requireNonNull(text(step.get(), "type"));
            boolean in = argument(step.get(), "direction") instanceof EnumValue way
                    && way.getName().equals("IN");
            return Optional.of(new Route.Step(checked(type), !in));
        }
        return first(field, "path").map(directive -> {
            String pattern = Objects.requireNonNull(text(directive, "pattern"));
            return path(pattern, "%s.%s".formatted(owner.getName(), field.getName()));
        });
    }

    static Route.Path path(String pattern, String where) {
        if (!pattern.startsWith("(this)") || !pattern.contains("(that")) {
            throw new ContractException("%s: a path goes from (this) to (that), found %s".formatted(where, pattern));
        }
        return new Route.Path(pattern);
    }

    private boolean implementsIt(ObjectTypeDefinition type, String name) {
        return type.getImplements().stream()
                .anyMatch(each -> ((TypeName) each).getName().equals(name));
    }

    private boolean isObject(String type) {
        return registry.getTypeOrNull(type) instanceof ImplementingTypeDefinition;
    }

    /** The node type behind a field: of a connection, what its pages hold. */
    private String target(FieldDefinition field) {
        String name = namedType(field.getType());
        if (!name.endsWith(CONNECTION)) {
            return name;
        }
        ObjectTypeDefinition connection = registry.getTypeOrNull(name, ObjectTypeDefinition.class);
        return Objects.requireNonNull(connection).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals("nodes"))
                .map(each -> namedType(each.getType()))
                .findFirst()
                .orElseThrow(() -> new ContractException(name + " has no field nodes"));
    }

    private static RelationshipField.Shape shape(FieldDefinition field) {
        Type<?> type = field.getType() instanceof NonNullType nonNull ? nonNull.getType() : field.getType();
        if (type instanceof ListType) {
            return RelationshipField.Shape.LIST;
        }
        return namedType(type).endsWith(CONNECTION) ? RelationshipField.Shape.CONNECTION : RelationshipField.Shape.ONE;
    }

    private static String namedType(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return namedType(nonNull.getType());
        }
        return type instanceof ListType list ? namedType(list.getType()) : ((TypeName) type).getName();
    }

    static String checked(String identifier) {
        if (!IDENTIFIER.matcher(identifier).matches()) {
            throw new ContractException("%s cannot name a label, type or property".formatted(identifier));
        }
        return identifier;
    }

    private static Optional<Directive> first(DirectivesContainer<?> container, String name) {
        return container.getDirectives(name).stream().findFirst();
    }

    private static @Nullable Value<?> argument(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return argument == null ? null : argument.getValue();
    }

    private static @Nullable String text(Directive directive, String name) {
        return argument(directive, name) instanceof StringValue value ? value.getValue() : null;
    }

    private static @Nullable List<String> texts(Directive directive, String name) {
        if (!(argument(directive, name) instanceof ArrayValue array)) {
            return null;
        }
        return array.getValues().stream()
                .map(value -> ((StringValue) value).getValue())
                .toList();
    }
}
