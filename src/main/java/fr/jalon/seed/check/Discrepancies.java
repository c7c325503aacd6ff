package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import java.util.List;
import java.util.Optional;

/** Reads the discrepancies of the seed, and what their readings say of which field of which record. */
final class Discrepancies {

    /**
     * A discrepancy as the curators noted it.
     *
     * @param itself its record
     * @param owners the records that it is about and that have its field
     * @param readings what each place states, by that record
     */
    record Discrepancy(SeedRecord itself, List<SeedRecord> owners, List<Reading> readings) {

        /** One of its readings, and whether the graph is said to follow it. */
        record Reading(SeedRecord itself, Statements.Statement statement, boolean followed) {}

        /** The field that it is about, empty where no field of the graph holds it. */
        String path() {
            return itself.text("field");
        }

        /** Whether it is only about the wording of one and the same. */
        boolean isAboutWording() {
            return itself.text("severity").equals("LOW");
        }

        /** Whether it is about one place that is blank or that cannot be read. */
        boolean isAboutOnePlace() {
            return List.of("SCAN", "BLANK").contains(itself.text("kind"));
        }
    }

    static final String FIELD = "field";
    static final String READINGS = "readings";

    private static final String DISCREPANCY = "Discrepancy";
    private static final String ABOUT = "about";

    private final Fields fields;
    private final Problems problems;

    Discrepancies(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** All of them; a field that none of their records has is a problem. */
    List<Discrepancy> of(SeedDraft draft) {
        return draft.records().stream()
                .filter(each -> each.type().name().equals(DISCREPANCY))
                .map(this::discrepancy)
                .toList();
    }

    private Discrepancy discrepancy(SeedRecord discrepancy) {
        List<SeedRecord> about = fields.inside(discrepancy, ABOUT);
        return new Discrepancy(
                discrepancy,
                concerned(discrepancy, about, discrepancy.text(FIELD)),
                fields.inside(discrepancy, READINGS).stream()
                        .map(reading -> reading(discrepancy, about, reading))
                        .toList());
    }

    private Discrepancy.Reading reading(SeedRecord discrepancy, List<SeedRecord> aboutAll, SeedRecord reading) {
        List<SeedRecord> narrowed = fields.inside(reading, ABOUT);
        String path = reading.text(FIELD).isEmpty() ? discrepancy.text(FIELD) : reading.text(FIELD);
        List<SeedRecord> owners = narrowed.isEmpty() && reading.text(FIELD).isEmpty()
                ? having(aboutAll, path)
                : concerned(reading, narrowed.isEmpty() ? aboutAll : narrowed, path);
        boolean followed = Boolean.TRUE.equals(reading.values().get("followed"));
        return new Discrepancy.Reading(reading, statement(reading, owners, path), followed);
    }

    private Statements.Statement statement(SeedRecord reading, List<SeedRecord> owners, String path) {
        List<String> texts = Statements.Statement.texts(reading);
        Meaning meaning = owners.stream()
                .findFirst()
                .flatMap(owner -> fields.field(owner.type(), path))
                .map(field -> meaning(reading, field, texts))
                .orElseGet(() -> Meaning.of(String.join(" ", texts)));
        return new Statements.Statement(reading.id(), reading.location(), owners, path, reading.text("value"), meaning);
    }

    /** A printed text may be no value of the field, but what it is read as has to be one. */
    private Meaning meaning(SeedRecord reading, GraphField field, List<String> texts) {
        Optional<String> unreadable = texts.stream()
                .filter(text -> reading.values().containsKey("readAs") && !fields.fits(field, text))
                .findFirst();
        unreadable.ifPresent(text -> problems.add(
                reading.location("readAs"), "\"%s\"".formatted(text), "a value of `%s`".formatted(field.name())));
        return Meaning.of(field, texts);
    }

    private List<SeedRecord> concerned(SeedRecord stating, List<SeedRecord> about, String path) {
        List<SeedRecord> having = having(about, path);
        if (having.isEmpty() && !path.isEmpty() && !about.isEmpty()) {
            problems.add(
                    stating.location(FIELD),
                    "the field \"%s\"".formatted(path),
                    fields.anyFieldOf(about.get(0).type(), path) + ", or no `field` where the graph holds none");
        }
        return having;
    }

    private List<SeedRecord> having(List<SeedRecord> about, String path) {
        return about.stream()
                .filter(each -> fields.field(each.type(), path).isPresent())
                .toList();
    }
}
