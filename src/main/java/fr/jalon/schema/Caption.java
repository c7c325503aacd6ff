package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What nodes of a type have as their label.
 *
 * @param field whose value it is
 * @param words what people read in the place of the values of an enumeration, by value; none of another field
 */
public record Caption(String field, Map<String, String> words) {

    private static final String LABEL = "label";
    private static final String NAME = "name";

    /** That of a type whose label follows from another field; throws {@link ContractException} if it does not tell which. */
    static @Nullable Caption of(ObjectTypeDefinition type, Directive node, TypeDefinitionRegistry registry) {
        boolean follows = field(type, LABEL)
                .filter(field -> field.hasDirective("derived"))
                .isPresent();
        if (!follows) {
            return null;
        }
        String source = Optional.ofNullable(Directives.text(node, LABEL)).orElse(NAME);
        FieldDefinition field = field(type, source)
                .orElseThrow(() ->
                        new ContractException("%s has no field %s; name by @node(label:) the one that is its label"
                                .formatted(type.getName(), source)));
        Map<String, String> words = new HashMap<>();
        if (registry.getTypeOrNull(FieldTypes.named(field.getType())) instanceof EnumTypeDefinition values) {
            values.getEnumValueDefinitions().forEach(value -> words.put(value.getName(), Dictionary.word(value)));
        }
        return new Caption(source, Map.copyOf(words));
    }

    /** The label of a node with these values, if they hold what it is made of. */
    public Optional<String> of(Map<String, ?> values) {
        return Optional.<Object>ofNullable(values.get(field))
                .map(String::valueOf)
                .map(value -> words.getOrDefault(value, value));
    }

    private static Optional<FieldDefinition> field(ObjectTypeDefinition type, String name) {
        return type.getFieldDefinitions().stream()
                .filter(field -> field.getName().equals(name))
                .findFirst();
    }
}
