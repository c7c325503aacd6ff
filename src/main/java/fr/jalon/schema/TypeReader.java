package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the types of the contract whose instances are nodes of the graph. */
final class TypeReader {

    private static final String NODE = "node";

    private final Map<String, ObjectTypeDefinition> nodes = new LinkedHashMap<>();
    private final Map<String, InterfaceTypeDefinition> interfaces = new LinkedHashMap<>();
    private final TypeDefinitionRegistry registry;
    private final FieldReader fields;

    TypeReader(TypeDefinitionRegistry registry) {
        this.registry = registry;
        registry.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.hasDirective(NODE))
                .forEach(type -> nodes.put(type.getName(), type));
        registry.getTypes(InterfaceTypeDefinition.class).forEach(type -> interfaces.put(type.getName(), type));
        this.fields = new FieldReader(new FieldTypes(registry));
    }

    Map<String, GraphType> types() {
        Map<String, GraphType> types = new LinkedHashMap<>();
        nodes.values().forEach(type -> types.put(type.getName(), concrete(type)));
        interfaces.values().forEach(type -> types.put(type.getName(), shared(type, types)));
        return types;
    }

    private GraphType concrete(ObjectTypeDefinition type) {
        requireTrust(type);
        Directive node = type.getDirectives(NODE).get(0);
        Map<String, GraphField> mapped = new LinkedHashMap<>();
        type.getFieldDefinitions().forEach(field -> mapped.put(field.getName(), fields.field(type, field)));
        return new GraphType(
                type.getName(),
                labels(type),
                List.of(type.getName()),
                Directives.text(node, "seed"),
                Optional.ofNullable(Directives.text(node, "prefix")).orElse(prefix(type.getName())),
                Directives.texts(node, "key"),
                Directives.first(type, "uncited")
                        .map(directive -> Directives.text(directive, "because"))
                        .orElse(null),
                Restatement.of(type),
                Evidence.of(type, registry),
                Caption.of(type, node, registry),
                mapped);
    }

    private List<String> labels(ObjectTypeDefinition type) {
        List<String> labels = new ArrayList<>(List.of(Directives.identifier(type.getName())));
        for (Type<?> implemented : type.getImplements()) {
            String name = ((TypeName) implemented).getName();
            if (isLabelled(Objects.requireNonNull(interfaces.get(name)))) {
                labels.add(Directives.identifier(name));
            }
        }
        return List.copyOf(labels);
    }

    private GraphType shared(InterfaceTypeDefinition type, Map<String, GraphType> concrete) {
        List<GraphType> members = nodes.values().stream()
                .filter(node -> implementsIt(node, type.getName()))
                .map(node -> Objects.requireNonNull(concrete.get(node.getName())))
                .toList();
        return new GraphType(
                type.getName(),
                isLabelled(type) ? List.of(type.getName()) : List.of(),
                members.stream().map(GraphType::name).toList(),
                null,
                prefix(type.getName()),
                null,
                null,
                List.of(),
                Evidence.NONE,
                null,
                sharedFields(type, members));
    }

    private Map<String, GraphField> sharedFields(InterfaceTypeDefinition type, List<GraphType> members) {
        Map<String, GraphField> shared = new LinkedHashMap<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            List<GraphField> mapped = FieldReader.route(type, field).isPresent()
                    ? List.of(fields.field(type, field))
                    : members.stream()
                            .map(member ->
                                    Objects.requireNonNull(member.fields().get(field.getName())))
                            .map(each -> FieldReader.common(each, field))
                            .distinct()
                            .toList();
            if (mapped.size() == 1) {
                shared.put(field.getName(), mapped.get(0));
            }
        }
        return shared;
    }

    private static boolean isLabelled(InterfaceTypeDefinition type) {
        return type.hasDirective(NODE) || type.getName().equals(GraphType.NODE);
    }

    private static void requireTrust(ObjectTypeDefinition type) {
        if (implementsIt(type, GraphType.CITED) == type.hasDirective("uncited")) {
            throw new ContractException(
                    "%s either implements %s or says by @uncited why not".formatted(type.getName(), GraphType.CITED));
        }
    }

    private static boolean implementsIt(ObjectTypeDefinition type, String name) {
        return type.getImplements().stream()
                .anyMatch(each -> ((TypeName) each).getName().equals(name));
    }

    private static String prefix(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }
}
