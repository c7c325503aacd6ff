package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.NonNullType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what the fields of a type are in the graph. */
final class FieldReader {

    private final FieldTypes types;

    FieldReader(FieldTypes types) {
        this.types = types;
    }

    GraphField field(ImplementingTypeDefinition<?> owner, FieldDefinition field) {
        Optional<Route> route = route(owner, field);
        String target = types.target(field);
        if (route.isPresent()) {
            return new RelationshipField(
                    field.getName(),
                    route.get(),
                    target,
                    types.label(target),
                    FieldTypes.shape(field),
                    field.getType() instanceof NonNullType,
                    field.hasDirective(Variation.DIRECTIVE));
        }
        if (types.isObject(target)) {
            throw new ContractException("%s.%s leads to %s but has neither @relationship nor @path"
                    .formatted(owner.getName(), field.getName(), target));
        }
        return property(field, types.values(target));
    }

    private static PropertyField property(FieldDefinition field, List<String> values) {
        return new PropertyField(
                Directives.identifier(field.getName()),
                FieldTypes.scalar(field),
                values,
                FieldTypes.shape(field) == RelationshipField.Shape.LIST,
                field.getType() instanceof NonNullType,
                search(field),
                field.hasDirective("indexed"),
                provenance(field),
                field.hasDirective(Variation.DIRECTIVE),
                Directives.first(field, "constant")
                        .map(directive -> Directives.text(directive, "value"))
                        .orElse(null));
    }

    /** A field of an interface as one of its members maps it. */
    static GraphField common(GraphField mapped, FieldDefinition field) {
        return mapped instanceof PropertyField property
                ? new PropertyField(
                        property.name(),
                        FieldTypes.scalar(field),
                        property.values(),
                        property.list(),
                        property.nonNull(),
                        PropertyField.Search.NONE,
                        field.hasDirective("indexed"),
                        provenance(field),
                        property.varies(),
                        null)
                : mapped;
    }

    private static PropertyField.Provenance provenance(FieldDefinition field) {
        if (field.hasDirective("reported")) {
            return PropertyField.Provenance.REPORTED;
        }
        return field.hasDirective("derived") ? PropertyField.Provenance.DERIVED : PropertyField.Provenance.SEED;
    }

    private static PropertyField.Search search(FieldDefinition field) {
        return Directives.first(field, "searchable")
                .map(directive -> Directives.word(directive, "as")
                        .map(PropertyField.Search::valueOf)
                        .orElse(PropertyField.Search.NAME))
                .orElse(PropertyField.Search.NONE);
    }

    static Optional<Route> route(ImplementingTypeDefinition<?> owner, FieldDefinition field) {
        Optional<Directive> step = Directives.first(field, "relationship");
        if (step.isPresent()) {
            String type = Objects.requireNonNull(Directives.text(step.get(), "type"));
            boolean in = Directives.word(step.get(), "direction")
                    .filter("IN"::equals)
                    .isPresent();
            return Optional.of(new Route.Step(Directives.identifier(type), !in));
        }
        return Directives.first(field, "path").map(directive -> {
            String pattern = Objects.requireNonNull(Directives.text(directive, "pattern"));
            return Route.Path.parse(pattern, "%s.%s".formatted(owner.getName(), field.getName()));
        });
    }
}
