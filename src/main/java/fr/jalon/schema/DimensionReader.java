package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
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
                        .forEach(directive -> dimensions.put(name(directive), dimension(directive, registry)));
                all.put(type.getName(), Map.copyOf(dimensions));
            }
        });
        return Map.copyOf(all);
    }

    private static Dimension dimension(Directive directive, TypeDefinitionRegistry registry) {
        Optional<Route.Path> path = Optional.ofNullable(Directives.text(directive, "pattern"))
                .map(pattern -> Route.Path.parse(pattern, "The dimension " + name(directive)));
        return new Dimension(
                name(directive),
                path,
                property(directive, "id"),
                property(directive, "label"),
                words(directive, registry));
    }

    /** What people read in the place of each value of the enumeration that the groups are values of. */
    private static Map<String, String> words(Directive directive, TypeDefinitionRegistry registry) {
        String values = Directives.text(directive, "values");
        if (values == null) {
            return Map.of();
        }
        Map<String, String> words = new HashMap<>();
        EnumTypeDefinition type = registry.getTypeOrNull(values, EnumTypeDefinition.class);
        for (EnumValueDefinition value : Objects.requireNonNull(type, values).getEnumValueDefinitions()) {
            words.put(value.getName(), word(values, value));
        }
        return Map.copyOf(words);
    }

    private static String word(String type, EnumValueDefinition value) {
        return Directives.first(value, "label")
                .map(label -> Directives.text(label, "fr"))
                .orElseThrow(() -> new ContractException(
                        "%s.%s names a group, so it has a @label".formatted(type, value.getName())));
    }

    private static String name(Directive directive) {
        return Objects.requireNonNull(Directives.text(directive, "name"), "a dimension has a name");
    }

    private static String property(Directive directive, String name) {
        String given = Directives.text(directive, name);
        return Directives.identifier(given == null ? name : given);
    }
}
