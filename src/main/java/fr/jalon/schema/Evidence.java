package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sources have to show of the records of a type.
 *
 * @param printed the fields whose values stand in the lines that state the record
 * @param named the fields that hold each record whose words stand in a text of this one
 */
public record Evidence(List<Printed> printed, List<Named> named) {

    /** Of a type of which nothing has to be shown. */
    static final Evidence NONE = new Evidence(List.of(), List.of());

    /**
     * A field whose value stands in the lines that state its record.
     *
     * @param field the field
     * @param everywhere whether it stands at each place that states the record, rather than at one of them
     * @param proof the path of fields that leads to the same value where something else proves it; null for none
     * @param words of the values of an enumeration, what stands there
     * @param implied of these values, the field of the record from which one follows without words
     */
    public record Printed(
            String field,
            boolean everywhere,
            @Nullable String proof,
            Map<String, String> words,
            Map<String, String> implied) {}

    /**
     * A field that holds each record whose words stand in a text.
     *
     * @param field the field
     * @param in the field of the same record that holds the text
     * @param by the field of the other record that holds the words
     */
    public record Named(String field, String in, String by) {}

    static Evidence of(ObjectTypeDefinition type, TypeDefinitionRegistry registry) {
        List<Printed> printed = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        for (FieldDefinition each : type.getFieldDefinitions()) {
            Directives.first(each, "printed").ifPresent(directive -> printed.add(printed(each, directive, registry)));
            Directives.first(each, "named").ifPresent(directive -> named.add(named(each, directive)));
        }
        return new Evidence(List.copyOf(printed), List.copyOf(named));
    }

    private static Printed printed(FieldDefinition field, Directive directive, TypeDefinitionRegistry registry) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, String> implied = new LinkedHashMap<>();
        @Nullable
        EnumTypeDefinition type = registry.getTypeOrNull(FieldTypes.named(field.getType()), EnumTypeDefinition.class);
        if (type != null) {
            for (EnumValueDefinition value : type.getEnumValueDefinitions()) {
                argument(value, "label", "fr").ifPresent(label -> words.put(value.getName(), label));
                argument(value, "implied", "by").ifPresent(by -> implied.put(value.getName(), by));
            }
        }
        return new Printed(
                field.getName(),
                Directives.isTrue(directive, "everywhere"),
                Directives.text(directive, "proof"),
                Map.copyOf(words),
                Map.copyOf(implied));
    }

    private static Optional<String> argument(EnumValueDefinition value, String directive, String argument) {
        return Directives.first(value, directive).map(found -> Directives.text(found, argument));
    }

    private static Named named(FieldDefinition field, Directive directive) {
        return new Named(
                field.getName(),
                Objects.requireNonNull(Directives.text(directive, "in")),
                Objects.requireNonNull(Directives.text(directive, "by")));
    }
}
