package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Restatement;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what the seed holds in a field, or in a field of a record inside, such as {@code opening.announcedFor}, and whether a
 * text is a value of it.
 */
final class Fields {

    /** Field of the inferences of a record. */
    static final String INFERENCES = "inferences";

    /** Field of an inference, and of others, that names a field. */
    static final String FIELD = "field";

    private static final String EXPLAINED = "of";

    private final Contract contract;
    private final SeedIndex index;

    Fields(Contract contract, SeedIndex index) {
        this.contract = contract;
        this.index = index;
    }

    /** The field at the end of a path; nothing where the contract has no such field, or one that follows from others. */
    Optional<GraphField> field(GraphType type, String path) {
        GraphType each = type;
        Optional<GraphField> field = Optional.empty();
        for (String name : path.split("\\.", -1)) {
            if (field.isPresent()) {
                if (!(field.get() instanceof RelationshipField related)) {
                    return Optional.empty();
                }
                each = contract.type(related.target());
            }
            field = each.field(name).filter(Fields::isWritten);
            if (field.isEmpty()) {
                return field;
            }
        }
        return field;
    }

    /** What is expected instead of a path that is none. */
    String anyFieldOf(GraphType type, String wrong) {
        List<String> names = type.fields().values().stream()
                .filter(Fields::isWritten)
                .map(GraphField::name)
                .toList();
        return "a field of " + type.name() + Nearest.question(wrong, names);
    }

    /** Whether the seed may hold the field: one that follows from others, or that people report, is written nowhere. */
    static boolean isWritten(GraphField field) {
        return (field instanceof PropertyField property && property.seeded())
                || (field instanceof RelationshipField related && related.route() instanceof Route.Step);
    }

    /** The records that a field leads to. */
    List<SeedRecord> inside(SeedRecord owner, String field) {
        return index.others(owner.id(), owner.type(), field).stream()
                .flatMap(id -> index.find(id).stream())
                .toList();
    }

    /** The inferences about a field of a record. */
    List<SeedRecord> inferences(SeedRecord owner, String field) {
        return inside(owner, INFERENCES).stream()
                .filter(each -> each.text(FIELD).equals(field))
                .toList();
    }

    /** Ids of the values that an inference is about; none where it is about all that the field holds. */
    Set<String> explained(SeedRecord inference) {
        return index.others(inference.id(), inference.type(), EXPLAINED);
    }

    /** Whether a field leads to records that live inside those that have it. */
    boolean leadsInside(GraphField field) {
        return field instanceof RelationshipField related
                && related.route() instanceof Route.Step step
                && step.outgoing()
                && contract.type(related.target()).key() != null;
    }

    /** What the field at the end of a path holds, which must be one of the record's type. */
    Meaning held(SeedRecord owner, String path) {
        Set<SeedRecord> owners = Set.of(owner);
        String[] names = path.split("\\.", -1);
        for (int i = 0; i + 1 < names.length; i++) {
            String name = names[i];
            owners =
                    owners.stream().flatMap(each -> inside(each, name).stream()).collect(Collectors.toSet());
        }
        Set<String> values = new TreeSet<>();
        owners.forEach(each -> collect(each, names[names.length - 1], values));
        return Meaning.of(field(owner.type(), path).orElseThrow(), values);
    }

    private void collect(SeedRecord owner, String path, Set<String> values) {
        GraphField field = owner.type().field(path).orElseThrow();
        if (field instanceof PropertyField property) {
            Object value = property.constant() == null ? owner.values().get(path) : property.constant();
            List<?> all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
            all.forEach(each -> values.add(String.valueOf(each)));
        } else {
            values.addAll(index.others(owner.id(), owner.type(), path));
        }
    }

    /** Whether a record that states the field from a place of its own, such as a stated deadline, has the value. */
    boolean isRestated(SeedRecord owner, String field, String id) {
        for (Restatement each : owner.type().restatements()) {
            String by = each.by();
            if (by != null
                    && each.field().equals(field)
                    && inside(owner, each.via()).stream()
                            .anyMatch(stating -> index.others(stating.id(), stating.type(), by)
                                    .contains(id))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is a value of a field: what is printed as "bientôt" is no period. */
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
            case "Float" -> Literals.number(text).isPresent();
            case "Date" -> Literals.day(text).isPresent();
            default -> {
                Set<String> values = contract.dictionary().values(scalar).keySet();
                yield values.isEmpty() || values.contains(text);
            }
        };
    }
}
