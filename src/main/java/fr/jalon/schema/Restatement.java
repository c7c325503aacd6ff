package fr.jalon.schema;

import graphql.language.Directive;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that states another field of its type as well.
 *
 * @param via the field
 * @param field the field it states
 * @param by of the records that the field leads to, the one that holds the value; null when the field itself does
 * @param printed of these records, the one that holds the printed text, if there is one
 */
public record Restatement(
        String via,
        String field,
        @Nullable String by,
        @Nullable String printed) {

    static List<Restatement> of(ObjectTypeDefinition type) {
        List<Restatement> restatements = new ArrayList<>();
        for (FieldDefinition each : type.getFieldDefinitions()) {
            for (Directive states : each.getDirectives("states")) {
                String field = Objects.requireNonNull(Directives.text(states, "field"));
                if (type.getFieldDefinitions().stream()
                        .noneMatch(other -> other.getName().equals(field))) {
                    throw new ContractException("%s.%s states %s, which is no field of %s"
                            .formatted(type.getName(), each.getName(), field, type.getName()));
                }
                restatements.add(new Restatement(
                        each.getName(), field, Directives.text(states, "by"), Directives.text(states, "printed")));
            }
        }
        return List.copyOf(restatements);
    }
}
