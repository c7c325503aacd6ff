package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.schema.Restatement;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what places say of facts that the seed holds: written as statements, or in fields that state another one. */
final class Statements {

    /**
     * What one place states of a fact.
     *
     * @param source id of the record that states it and has the citation; empty for what the owner states itself
     * @param location where that is written
     * @param owners the records whose field it speaks of; none where no field is concerned
     * @param path the field, or the path to it through records inside; empty where no field is concerned
     * @param printed the text as printed
     * @param meaning what it says of the field
     */
    record Statement(
            String source, Location location, List<SeedRecord> owners, String path, String printed, Meaning meaning) {

        /** What a record that quotes a place is to be read as, or the quoted text itself. */
        static List<String> texts(SeedRecord quoting) {
            return quoting.values().get("readAs") instanceof List<?> read
                    ? read.stream().map(Object::toString).toList()
                    : List.of(quoting.text("value"));
        }

        /** Which facts it speaks of. */
        String subject() {
            return path + " of " + owners.stream().map(SeedRecord::id).toList();
        }

        /** Whether the other does not contradict it; an excerpt of the printed text is enough. */
        boolean agreesWith(Statement excerpt) {
            String quoted = Meaning.words(excerpt.printed);
            return meaning.holds(excerpt.meaning)
                    || (!quoted.isEmpty() && Meaning.words(printed).contains(quoted));
        }
    }

    private final Fields fields;

    private final Problems problems;
    private final List<Statement> all = new ArrayList<>();

    Statements(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** All of them; one that cannot be compared is a problem instead. */
    List<Statement> of(SeedDraft draft) {
        for (SeedRecord owner : draft.records()) {
            fields.inside(owner, "statements").forEach(statement -> written(owner, statement));
            for (Restatement field : owner.type().restatements()) {
                if (field.by() == null) {
                    itself(owner, field);
                } else {
                    fields.inside(owner, field.via()).forEach(other -> inside(owner, field, field.by(), other));
                }
            }
        }
        return all;
    }

    private void written(SeedRecord owner, SeedRecord statement) {
        String path = statement.text("field");
        if (path.isEmpty() || statement.text("value").isEmpty()) {
            return;
        }
        Optional<GraphField> field = fields.field(owner.type(), path);
        List<String> texts = Statement.texts(statement);
        if (field.isEmpty()) {
            problems.add(
                    statement.location("field"),
                    "the field \"%s\"".formatted(path),
                    fields.anyFieldOf(owner.type(), path));
        } else if (!texts.stream().allMatch(text -> fields.fits(field.get(), text))) {
            problems.add(
                    statement.location("readAs"),
                    "\"%s\"".formatted(String.join("\" and \"", texts)),
                    "a value of `%s`, or `readAs` with the one that it means".formatted(path));
        } else {
            Meaning meaning = Meaning.of(field.get(), texts);
            add(owner, path, statement, statement.location(), statement.text("value"), meaning);
        }
    }

    private void itself(SeedRecord owner, Restatement field) {
        GraphField stated = fields.field(owner.type(), field.field()).orElseThrow();
        List<String> texts = fields.held(owner, field.via()).texts();
        if (!texts.isEmpty() && texts.stream().allMatch(text -> fields.fits(stated, text))) {
            Meaning meaning = Meaning.of(stated, texts);
            all.add(new Statement(
                    "", owner.location(field.via()), List.of(owner), field.field(), String.join(" ", texts), meaning));
        }
    }

    private void inside(SeedRecord owner, Restatement field, String by, SeedRecord other) {
        Meaning meaning = fields.held(other, by);
        if (!meaning.isEmpty()) {
            String printed = field.printed() == null ? String.join(" ", meaning.texts()) : other.text(field.printed());
            add(owner, field.field(), other, other.location(by), printed, meaning);
        }
    }

    private void add(
            SeedRecord owner, String path, SeedRecord source, Location location, String printed, Meaning meaning) {
        all.add(new Statement(source.id(), location, List.of(owner), path, printed, meaning));
    }
}
