package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.ImplementingTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the dimensions of the contract. */
final class DimensionReader {

    static final String DIRECTIVE = "dimension";

    private DimensionReader() {}

    /** Dimensions by the name of the type that they group, and their own. */
    static Map<String, Map<String, Dimension>> read(TypeDefinitionRegistry registry) {
        Map<String, Map<String, Dimension>> all = new HashMap<>();
        registry.types().values().forEach(type -> {
            if (type instanceof ImplementingTypeDefinition<?> grouped && grouped.hasDirective(DIRECTIVE)) {
                Map<String, Dimension> dimensions = new HashMap<>();
                grouped.getDirectives(DIRECTIVE)
                        .forEach(directive -> dimensions.put(name(directive), dimension(directive)));
                all.put(type.getName(), Map.copyOf(dimensions));
            }
        });
        return Map.copyOf(all);
    }

    private static Dimension dimension(Directive directive) {
        Optional<Route.Path> path = Optional.ofNullable(Directives.text(directive, "pattern"))
                .map(pattern -> Directives.path(pattern, "The dimension " + name(directive)));
        return new Dimension(name(directive), path, property(directive, "id"), property(directive, "label"));
    }

    private static String name(Directive directive) {
        return Objects.requireNonNull(Directives.text(directive, "name"), "a dimension has a name");
    }

    private static String property(Directive directive, String name) {
        String given = Directives.text(directive, name);
        return Directives.identifier(given == null ? name : given);
    }
}
