package fr.jalon.schema;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Objects;

/** What the types of fields say: which nodes are behind a field, and in which shape. */
final class FieldTypes {

    private static final String CONNECTION = "Connection";

    private final TypeDefinitionRegistry registry;

    FieldTypes(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    /** The type behind a field: of a connection, what its pages hold. */
    String target(FieldDefinition field) {
        String name = named(field.getType());
        if (!name.endsWith(CONNECTION)) {
            return name;
        }
        ObjectTypeDefinition connection = registry.getTypeOrNull(name, ObjectTypeDefinition.class);
        return Objects.requireNonNull(connection).getFieldDefinitions().stream()
                .filter(each -> each.getName().equals("nodes"))
                .map(each -> named(each.getType()))
                .findFirst()
                .orElseThrow(() -> new ContractException(name + " has no field nodes"));
    }

    /** The label that finds the nodes of a type. */
    String label(String type) {
        return registry.getTypeOrNull(type) instanceof InterfaceTypeDefinition shared && !shared.hasDirective("node")
                ? GraphType.NODE
                : type;
    }

    boolean isObject(String type) {
        return registry.getTypeOrNull(type) instanceof ImplementingTypeDefinition;
    }

    /** Values of an enumeration, in the order of the contract; none of another type. */
    List<String> values(String type) {
        return registry.getTypeOrNull(type) instanceof EnumTypeDefinition enumeration
                ? enumeration.getEnumValueDefinitions().stream()
                        .map(EnumValueDefinition::getName)
                        .toList()
                : List.of();
    }

    static RelationshipField.Shape shape(FieldDefinition field) {
        Type<?> type = field.getType() instanceof NonNullType nonNull ? nonNull.getType() : field.getType();
        if (type instanceof ListType) {
            return RelationshipField.Shape.LIST;
        }
        return named(type).endsWith(CONNECTION) ? RelationshipField.Shape.CONNECTION : RelationshipField.Shape.ONE;
    }

    /** The scalar or enumeration of a field's values. */
    static String scalar(FieldDefinition field) {
        return Directives.first(field, "scalar")
                .map(directive -> Objects.requireNonNull(Directives.text(directive, "of")))
                .orElseGet(() -> named(field.getType()));
    }

    /** The name of a type, of which there may be a list. */
    static String named(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return named(nonNull.getType());
        }
        return type instanceof ListType list ? named(list.getType()) : ((TypeName) type).getName();
    }
}
