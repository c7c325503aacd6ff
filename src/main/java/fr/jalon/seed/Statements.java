package fr.jalon.seed;

import fr.jalon.schema.GraphField;
import fr.jalon.schema.Restatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what places say of facts that the seed holds: written as statements, or in fields that state another one. */
final class Statements {

    private final Facts facts;
    private final Problems problems;
    private final List<Said> all = new ArrayList<>();

    Statements(Facts facts, Problems problems) {
        this.facts = facts;
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
        Optional<GraphField> field = facts.field(owner.type(), path);
        List<String> texts = Said.texts(statement);
        if (field.isEmpty()) {
            problems.add(
                    statement.spot("field"),
                    "the field \"%s\"".formatted(path),
                    "a field of " + owner.type().name()
                            + Nearest.question(path, owner.type().fields().keySet()));
        } else if (!texts.stream().allMatch(text -> Meaning.isReadable(field.get(), text))) {
            problems.add(
                    statement.spot("readAs"),
                    "\"%s\", which is no value of `%s`".formatted(String.join("\" and \"", texts), path),
                    "`readAs` with what it means there, such as ids or a period");
        } else {
            Meaning meaning = Meaning.of(field.get(), texts);
            add(owner, path, statement, statement.spot(), statement.text("value"), meaning);
        }
    }

    private void itself(SeedRecord owner, Restatement field) {
        GraphField stated = facts.field(owner.type(), field.field()).orElseThrow();
        List<String> texts = facts.held(owner, field.via()).texts();
        if (!texts.isEmpty() && texts.stream().allMatch(text -> Meaning.isReadable(stated, text))) {
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
