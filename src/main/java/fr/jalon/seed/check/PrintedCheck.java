package fr.jalon.seed.check;

import fr.jalon.schema.Evidence;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says is printed stands in the lines that state it, as far as their texts are at hand; otherwise an inference
 * says what it is drawn from, and there is none where the lines print the words.
 */
final class PrintedCheck {

    private final SeedIndex index;
    private final Fields fields;
    private final CitedLines lines;
    private final Problems problems;

    PrintedCheck(SeedIndex index, Fields fields, CitedLines lines, Problems problems) {
        this.index = index;
        this.fields = fields;
        this.lines = lines;
        this.problems = problems;
    }

    void check(List<SeedRecord> records) {
        for (SeedRecord each : records) {
            each.type().evidence().printed().forEach(printed -> check(each, printed));
            fields.inside(each, Fields.INFERENCES).forEach(inference -> explainsField(each, inference));
        }
    }

    private void explainsField(SeedRecord owner, SeedRecord inference) {
        String field = inference.text(Fields.FIELD);
        if (fields.field(owner.type(), field).isEmpty()) {
            problems.add(
                    inference.location(Fields.FIELD),
                    "the field %s".formatted(Problems.quoted(field)),
                    fields.anyFieldOf(owner.type(), field));
        }
    }

    /** One value of a field: in the words that print it, any of which is enough. */
    private record Value(String shown, String id, List<String> words) {}

    private void check(SeedRecord owner, Evidence.Printed printed) {
        List<Value> values = values(owner, printed);
        Optional<CitedLines.Passage> passage = lines.passage(owner, isRelated(owner, printed.field()));
        if (values.isEmpty() || passage.isEmpty()) {
            return;
        }
        List<SeedRecord> inferences = fields.inferences(owner, printed.field());
        List<Value> unprinted = values.stream()
                .filter(value -> !isPrinted(value, owner, printed, passage.get()))
                .toList();
        unprinted.stream()
                .filter(value -> inferences.stream().noneMatch(each -> explains(each, value)))
                .forEach(value -> unexplained(owner, printed, value, passage.get()));
        // A name in the lines does not yet state what its holder has to do with the record.
        inferences.stream()
                .filter(each -> !isRelated(owner, printed.field()))
                .filter(each -> unprinted.stream().noneMatch(value -> explains(each, value)))
                .forEach(each -> needless(owner, printed, each));
    }

    private boolean explains(SeedRecord inference, Value value) {
        Set<String> explained = fields.explained(inference);
        return explained.isEmpty() || explained.contains(value.id());
    }

    private boolean isPrinted(Value value, SeedRecord owner, Evidence.Printed printed, CitedLines.Passage passage) {
        String implying = printed.implied().get(value.shown());
        return (implying != null && !fields.held(owner, implying).isEmpty())
                || fields.isRestated(owner, printed.field(), value.id())
                || isProven(value, owner, printed.proof())
                || passage.prints(value.id(), value.words(), printed.everywhere());
    }

    private boolean isProven(Value value, SeedRecord owner, @Nullable String proof) {
        return proof != null && fields.held(owner, proof).values().contains(value.id());
    }

    private List<Value> values(SeedRecord owner, Evidence.Printed printed) {
        List<Value> values = new ArrayList<>();
        GraphField field = owner.type().field(printed.field()).orElseThrow();
        if (field instanceof PropertyField) {
            Object held = owner.values().get(printed.field());
            Stream<?> each =
                    held == null ? Stream.of() : held instanceof List<?> list ? list.stream() : Stream.of(held);
            each.map(value -> new Value(String.valueOf(value), "", Writings.of(value, printed.words())))
                    .forEach(values::add);
        } else {
            index.others(owner.id(), owner.type(), printed.field())
                    .forEach(id -> values.add(new Value(Meaning.shown(id), id, names(id))));
        }
        return values;
    }

    /** What a record goes by. */
    private List<String> names(String id) {
        return index.find(id).stream()
                .flatMap(record -> record.type().fields().values().stream()
                        .filter(each -> each instanceof PropertyField property
                                && property.search() == PropertyField.Search.NAME)
                        .flatMap(each -> fields.held(record, each.name()).texts().stream()))
                .toList();
    }

    private static boolean isRelated(SeedRecord owner, String field) {
        return owner.type().field(field).orElseThrow() instanceof RelationshipField;
    }

    private void unexplained(SeedRecord owner, Evidence.Printed printed, Value value, CitedLines.Passage passage) {
        problems.add(
                owner.location(printed.field()),
                "%s as `%s` of %s, which %s not print"
                        .formatted(
                                Problems.quoted(value.shown()),
                                printed.field(),
                                owner.id(),
                                passage.shown() + (passage.isOneLine() ? " does" : " do")),
                fields.field(owner.type(), Fields.INFERENCES).isPresent()
                        ? "what is printed there, other lines in `at`, or an inference about `%s`"
                                .formatted(printed.field())
                        : "what is printed there, or other lines in `at`");
    }

    private void needless(SeedRecord owner, Evidence.Printed printed, SeedRecord inference) {
        problems.add(
                inference.location(),
                "an inference about `%s` of %s, which is printed".formatted(printed.field(), owner.id()),
                "no inference, for the lines of the record print it");
    }
}
