package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a place contradicts what the graph holds, a discrepancy says so, and quotes each place as it is. */
final class AgreementCheck {

    private final Fields fields;
    private final Containers containers;
    private final SeedIndex index;
    private final Problems problems;
    private final Map<Fact, List<Statements.Statement>> readings = new HashMap<>();

    AgreementCheck(
            SeedIndex index,
            SeedDraft draft,
            Fields fields,
            List<Discrepancies.Discrepancy> discrepancies,
            Problems problems) {
        this.fields = fields;
        this.containers = new Containers(fields, index, draft);
        this.index = index;
        this.problems = problems;
        discrepancies.forEach(each -> each.readings().forEach(reading -> add(reading.statement())));
    }

    private void add(Statements.Statement reading) {
        for (SeedRecord owner : reading.owners()) {
            readings.computeIfAbsent(new Fact(owner.id(), reading.path()), fact -> new ArrayList<>())
                    .add(reading);
        }
    }

    void check(List<Statements.Statement> statements) {
        for (Statements.Statement statement : statements) {
            statement.owners().forEach(owner -> check(statement, owner));
        }
    }

    private void check(Statements.Statement statement, SeedRecord owner) {
        List<Statements.Statement> noted =
                readings.getOrDefault(containers.fromTop(owner.id(), statement.path()), List.of());
        Meaning held = fields.held(owner, statement.path());
        if (!held.equalTo(statement.meaning()) && noted.stream().noneMatch(statement::agreesWith)) {
            unnoted(statement, owner, held);
        }
        noted.stream()
                .filter(reading -> share(statement, reading) && !statement.agreesWith(reading))
                .forEach(reading -> outdated(reading, statement));
    }

    private void unnoted(Statements.Statement statement, SeedRecord owner, Meaning held) {
        String path = statement.path();
        problems.add(
                statement.location(),
                "\"%s\" as `%s` of %s, where %s has %s"
                        .formatted(statement.printed(), path, owner.id(), owner.location(path), held.shown()),
                "the same, or a discrepancy about it that has this reading");
    }

    private void outdated(Statements.Statement reading, Statements.Statement statement) {
        problems.add(
                reading.location(),
                "\"%s\", where %s has \"%s\" from the same place"
                        .formatted(reading.printed(), statement.location(), statement.printed()),
                "the same in both, or no discrepancy");
    }

    /** Whether both are stated in the same lines, or a line of one is one of the other. */
    private boolean share(Statements.Statement one, Statements.Statement other) {
        return citations(one).stream()
                .anyMatch(each -> citations(other).stream().anyMatch(each::overlaps));
    }

    private List<SeedCitation> citations(Statements.Statement statement) {
        return index.citations(statement.source());
    }

    /**
     * A field of a record.
     *
     * @param owner id of the record
     * @param path the field, or the path to it through records inside
     */
    private record Fact(String owner, String path) {}

    /** Tells of a record that lives inside another which one that is, and under which field. */
    private static final class Containers {

        private final Map<String, Fact> byInside = new HashMap<>();

        Containers(Fields fields, SeedIndex index, SeedDraft draft) {
            for (SeedRecord owner : draft.records()) {
                for (GraphField field : owner.type().fields().values()) {
                    if (fields.leadsInside(field)) {
                        index.others(owner.id(), owner.type(), field.name())
                                .forEach(inside -> byInside.put(inside, new Fact(owner.id(), field.name())));
                    }
                }
            }
        }

        /** The same fact as seen from the record that stands at the top of a file, which discrepancies are about. */
        Fact fromTop(String owner, String path) {
            Fact container = byInside.get(owner);
            return container == null
                    ? new Fact(owner, path)
                    : fromTop(container.owner(), container.path() + "." + path);
        }
    }
}
