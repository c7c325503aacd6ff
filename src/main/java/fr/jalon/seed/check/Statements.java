package fr.jalon.seed.check;

import fr.jalon.schema.GraphField;
import fr.jalon.schema.Restatement;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what places say of facts that the seed holds: written as statements, or in fields that state another one. */
final class Statements {

    private final Facts facts;
    private final FieldValues values;
    private final Problems problems;
    private final List<Said> all = new ArrayList<>();

    Statements(Facts facts, FieldValues values, Problems problems) {
        this.facts = facts;
        this.values = values;
        this.problems = problems;
    }

    /** All of them; one that cannot be compared is a problem instead. */
    List<Said> of(SeedDraft draft) {
        for (SeedRecord owner : draft.records()) {
            facts.inside(owner, "statements").forEach(statement -> written(owner, statement));
            for (Restatement field : owner.type().restatements()) {
                if (field.by() == null) {
                    itself(owner, field);
                } else {
                    facts.inside(owner, field.via()).forEach(other -> inside(owner, field, field.by(), other));
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
        Optional<GraphField> field = facts.field(owner.type(), path);
        List<String> texts = Said.texts(statement);
        if (field.isEmpty()) {
            problems.add(
                    statement.spot("field"), "the field \"%s\"".formatted(path), facts.anyFieldOf(owner.type(), path));
        } else if (!texts.stream().allMatch(text -> values.fits(field.get(), text))) {
            problems.add(
                    statement.spot("readAs"),
                    "\"%s\"".formatted(String.join("\" and \"", texts)),
                    "a value of `%s`, or `readAs` with the one that it means".formatted(path));
        } else {
            Meaning meaning = Meaning.of(field.get(), texts);
            add(owner, path, statement, statement.spot(), statement.text("value"), meaning);
        }
    }

    private void itself(SeedRecord owner, Restatement field) {
        GraphField stated = facts.field(owner.type(), field.field()).orElseThrow();
        List<String> texts = facts.held(owner, field.via()).texts();
        if (!texts.isEmpty() && texts.stream().allMatch(text -> values.fits(stated, text))) {
            Meaning meaning = Meaning.of(stated, texts);
            all.add(new Said(
                    "", owner.spot(field.via()), List.of(owner), field.field(), String.join(" ", texts), meaning));
        }
    }

    private void inside(SeedRecord owner, Restatement field, String by, SeedRecord other) {
        Meaning meaning = facts.held(other, by);
        if (!meaning.isEmpty()) {
            String printed = field.printed() == null ? String.join(" ", meaning.texts()) : other.text(field.printed());
            add(owner, field.field(), other, other.spot(by), printed, meaning);
        }
    }

    private void add(SeedRecord owner, String path, SeedRecord by, Spot spot, String printed, Meaning meaning) {
        all.add(new Said(by.id(), spot, List.of(owner), path, printed, meaning));
    }
}
