package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the dimensions of the contract. */
final class DimensionReader {

    private DimensionReader() {}

    /** Dimensions by the name of their enumeration and their own. */
    static Map<String, Map<String, Dimension>> read(TypeDefinitionRegistry registry) {
        Map<String, Map<String, Dimension>> all = new LinkedHashMap<>();
        for (EnumTypeDefinition type : registry.getTypes(EnumTypeDefinition.class)) {
            Map<String, Dimension> dimensions = new LinkedHashMap<>();
            for (EnumValueDefinition value : type.getEnumValueDefinitions()) {
                List<Directive> directives = value.getDirectives("dimension");
                directives.forEach(directive -> dimensions.put(value.getName(), dimension(value, directive)));
            }
            if (!dimensions.isEmpty()) {
                all.put(type.getName(), Map.copyOf(dimensions));
            }
        }
        return Map.copyOf(all);
    }

    private static Dimension dimension(EnumValueDefinition value, Directive directive) {
        Optional<Route.Path> path = Optional.ofNullable(Directives.text(directive, "pattern"))
                .map(pattern -> Route.Path.parse(pattern, "The dimension " + value.getName()));
        return new Dimension(value.getName(), path, property(directive, "id"), property(directive, "label"));
    }

    private static String property(Directive directive, String name) {
        String given = Directives.text(directive, name);
        return Directives.identifier(given == null ? name : given);
    }
}
