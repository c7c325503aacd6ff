package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import java.util.List;
import java.util.Optional;

/** Reads the discrepancies of the seed, and what their readings say of which field of which record. */
final class NotedReader {

    static final String FIELD = "field";
    static final String READINGS = "readings";

    private static final String DISCREPANCY = "Discrepancy";
    private static final String ABOUT = "about";

    private final Facts facts;
    private final FieldValues values;
    private final Problems problems;

    NotedReader(Facts facts, FieldValues values, Problems problems) {
        this.facts = facts;
        this.values = values;
        this.problems = problems;
    }

    /** All of them; a field that none of their records has is a problem. */
    List<Noted> of(SeedDraft draft) {
        return draft.records().stream()
                .filter(each -> each.type().name().equals(DISCREPANCY))
                .map(this::noted)
                .toList();
    }

    private Noted noted(SeedRecord discrepancy) {
        List<SeedRecord> about = facts.inside(discrepancy, ABOUT);
        return new Noted(
                discrepancy,
                concerned(discrepancy, about, discrepancy.text(FIELD)),
                facts.inside(discrepancy, READINGS).stream()
                        .map(reading -> reading(discrepancy, about, reading))
                        .toList());
    }

    private Noted.Reading reading(SeedRecord discrepancy, List<SeedRecord> aboutAll, SeedRecord reading) {
        List<SeedRecord> narrowed = facts.inside(reading, ABOUT);
        String path = reading.text(FIELD).isEmpty() ? discrepancy.text(FIELD) : reading.text(FIELD);
        List<SeedRecord> owners = narrowed.isEmpty() && reading.text(FIELD).isEmpty()
                ? having(aboutAll, path)
                : concerned(reading, narrowed.isEmpty() ? aboutAll : narrowed, path);
        boolean followed = Boolean.TRUE.equals(reading.values().get("followed"));
        return new Noted.Reading(reading, said(reading, owners, path), followed);
    }

    private Said said(SeedRecord reading, List<SeedRecord> owners, String path) {
        List<String> texts = Said.texts(reading);
        Meaning meaning = owners.stream()
                .findFirst()
                .flatMap(owner -> facts.field(owner.type(), path))
                .map(field -> meaning(reading, field, texts))
                .orElseGet(() -> Meaning.of(String.join(" ", texts)));
        return new Said(reading.id(), reading.spot(), owners, path, reading.text("value"), meaning);
    }

    /** A printed text may be no value of the field, but what it is read as has to be one. */
    private Meaning meaning(SeedRecord reading, GraphField field, List<String> texts) {
        Optional<String> unreadable = texts.stream()
                .filter(text -> reading.values().containsKey("readAs") && !values.fits(field, text))
                .findFirst();
        unreadable.ifPresent(text -> problems.add(
                reading.spot("readAs"), "\"%s\"".formatted(text), "a value of `%s`".formatted(field.name())));
        return Meaning.of(field, texts);
    }

    private List<SeedRecord> concerned(SeedRecord telling, List<SeedRecord> about, String path) {
        List<SeedRecord> having = having(about, path);
        if (having.isEmpty() && !path.isEmpty() && !about.isEmpty()) {
            problems.add(
                    telling.spot(FIELD),
                    "the field \"%s\"".formatted(path),
                    facts.anyFieldOf(about.get(0).type(), path) + ", or no `field` where the graph holds none");
        }
        return having;
    }

    private List<SeedRecord> having(List<SeedRecord> about, String path) {
        return about.stream()
                .filter(each -> facts.field(each.type(), path).isPresent())
                .toList();
    }
}
