package fr.jalon.schema;

import graphql.language.DescribedNode;
import graphql.language.Description;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract says of the names it uses: descriptions and the values of enumerations. */
public final class Dictionary {

    private final TypeDefinitionRegistry registry;

    Dictionary(TypeDefinitionRegistry registry) {
        this.registry = registry;
    }

    /** Description of a type, empty where there is none. */
    public String describe(String type) {
        return registry.getTypeOrNull(type) instanceof DescribedNode<?> described
                ? text(described.getDescription())
                : "";
    }

    /** Description of a field, that of an interface where the type itself has none; empty where there is none. */
    public String describe(String type, String field) {
        return definitions(type)
                .flatMap(each -> each.getFieldDefinitions().stream())
                .filter(each -> each.getName().equals(field))
                .map(FieldDefinition::getDescription)
                .map(Dictionary::text)
                .filter(description -> !description.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Values of an enumeration with their descriptions, in the order of the contract; none for another type. */
    public Map<String, String> values(String type) {
        Map<String, String> values = new LinkedHashMap<>();
        if (registry.getTypeOrNull(type) instanceof EnumTypeDefinition enumeration) {
            for (EnumValueDefinition value : enumeration.getEnumValueDefinitions()) {
                values.put(value.getName(), text(value.getDescription()));
            }
        }
        return values;
    }

    /** What people read in the place of a value of an enumeration; the value itself where the contract has no word for it. */
    public String word(String type, String value) {
        return registry.getTypeOrNull(type) instanceof EnumTypeDefinition enumeration
                ? enumeration.getEnumValueDefinitions().stream()
                        .filter(each -> each.getName().equals(value))
                        .findFirst()
                        .map(Dictionary::word)
                        .orElse(value)
                : value;
    }

    /** What people read in the place of a value. */
    static String word(EnumValueDefinition value) {
        return Directives.first(value, "label")
                .map(directive -> Directives.text(directive, "fr"))
                .orElse(value.getName());
    }

    private Stream<ImplementingTypeDefinition<?>> definitions(String type) {
        TypeDefinition<?> known = registry.getTypeOrNull(type);
        if (!(known instanceof ImplementingTypeDefinition<?> own)) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(own), own.getImplements().stream().flatMap(each -> definitions(((TypeName) each).getName())));
    }

    private static String text(@Nullable Description description) {
        return description == null ? "" : description.getContent().strip().replaceAll("\\s+", " ");
    }
}
