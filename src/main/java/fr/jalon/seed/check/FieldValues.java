package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedIndex;
import java.util.Set;

/** Tells whether a text is a value of a field: what is printed as "bientôt" is no period. */
final class FieldValues {

    private final Contract contract;
    private final SeedIndex index;

    FieldValues(Contract contract, SeedIndex index) {
        this.contract = contract;
        this.index = index;
    }

    boolean fits(GraphField field, String text) {
        if (field instanceof PropertyField property) {
            return fits(property.scalar(), text);
        }
        String target = ((RelationshipField) field).target();
        return target.equals(RecordKeys.PERIOD)
                ? Meaning.isPeriod(text)
                : index.find(text)
                        .filter(found -> contract.type(target)
                                .members()
                                .contains(found.type().name()))
                        .isPresent();
    }

    private boolean fits(String scalar, String text) {
        return switch (scalar) {
            case "Int" -> Literals.integer(text).isPresent();
            case "NonNegativeInt" ->
                Literals.integer(text).filter(number -> number >= 0).isPresent();
            case "Float" -> Literals.number(text).isPresent();
            case "Date" -> Literals.day(text).isPresent();
            default -> {
                Set<String> values = contract.dictionary().values(scalar).keySet();
                yield values.isEmpty() || values.contains(text);
            }
        };
    }
}
