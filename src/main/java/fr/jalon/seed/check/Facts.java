package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what the seed holds in a field, or in a field of a record inside, such as {@code opening.announcedFor}. */
final class Facts {

    private final Contract contract;
    private final SeedIndex index;

    Facts(Contract contract, SeedIndex index) {
        this.contract = contract;
        this.index = index;
    }

    /** The field at the end of a path; nothing where the contract has no such field, or one that follows from others. */
    Optional<GraphField> field(GraphType type, String path) {
        int dot = path.indexOf('.');
        Optional<GraphField> first =
                type.field(dot < 0 ? path : path.substring(0, dot)).filter(Facts::isWritten);
        return dot < 0 ? first : first.flatMap(field -> inside(field, path.substring(dot + 1)));
    }

    /** What is expected instead of a path that is none. */
    String anyFieldOf(GraphType type, String wrong) {
        List<String> names = type.fields().values().stream()
                .filter(Facts::isWritten)
                .map(GraphField::name)
                .toList();
        return "a field of " + type.name() + Nearest.question(wrong, names);
    }

    private Optional<GraphField> inside(GraphField field, String path) {
        return field instanceof RelationshipField related
                ? field(contract.type(related.target()), path)
                : Optional.empty();
    }

    private static boolean isWritten(GraphField field) {
        return field instanceof PropertyField
                || (field instanceof RelationshipField related && related.route() instanceof Route.Step);
    }

    /** The records that a field leads to. */
    List<SeedRecord> inside(SeedRecord owner, String field) {
        return index.others(owner.id(), owner.type(), field).stream()
                .flatMap(id -> index.find(id).stream())
                .toList();
    }

    /** What the field at the end of a path holds, which must be one of the record's type. */
    Meaning held(SeedRecord owner, String path) {
        Set<String> values = new TreeSet<>();
        collect(owner, path, values);
        return Meaning.of(field(owner.type(), path).orElseThrow(), values);
    }

    private void collect(SeedRecord owner, String path, Set<String> values) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            inside(owner, path.substring(0, dot)).forEach(inner -> collect(inner, path.substring(dot + 1), values));
            return;
        }
        GraphField field = owner.type().field(path).orElseThrow();
        if (field instanceof PropertyField property) {
            Object value = property.constant() == null ? owner.values().get(path) : property.constant();
            List<?> all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
            all.forEach(each -> values.add(String.valueOf(each)));
        } else {
            values.addAll(index.others(owner.id(), owner.type(), path));
        }
    }
}
