package fr.jalon.seed.check;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.source.SourceTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Facts drawn at random, each with the lines that state it, for people to compare the two. */
public final class FactSample {

    /** What descriptions of the contract say of fields that hold nothing of a document. */
    private static final List<String> OURS = List.of("curators", "written for Jalon");

    private final Contract contract;
    private final SeedDraft draft;
    private final SeedIndex index;
    private final Fields fields;
    private final CitedLines lines;

    /** Draws from a draft that has no problems. */
    public FactSample(Contract contract, SeedDraft draft, SourceTexts texts) {
        this.contract = contract;
        this.draft = draft;
        this.index = new SeedIndex(draft);
        this.fields = new Fields(contract, index);
        this.lines = new CitedLines(index, fields, texts);
    }

    /**
     * One field of a record.
     *
     * @param record its public id
     * @param field the field
     * @param value what it holds, in words
     * @param passages the lines that state the record, each begun with its document and their numbers
     * @param reasons what an inference says of the field
     */
    public record Fact(String record, String field, String value, List<String> passages, List<String> reasons) {}

    /** As many facts as wanted, or all, in an order that the random seed alone decides. */
    public List<Fact> draw(int count, long randomSeed) {
        List<Fact> facts = new ArrayList<>();
        draft.records().forEach(each -> facts.addAll(facts(each)));
        Collections.shuffle(facts, new Random(randomSeed));
        return facts.subList(0, Math.min(count, facts.size()));
    }

    private List<Fact> facts(SeedRecord record) {
        List<String> passages = passages(record);
        return passages.isEmpty()
                ? List.of()
                : record.type().fields().values().stream()
                        .filter(field -> isOfDocument(record.type(), field))
                        .flatMap(field -> fact(record, field, passages).stream())
                        .toList();
    }

    private Optional<Fact> fact(SeedRecord record, GraphField field, List<String> passages) {
        Meaning held = fields.held(record, field.name());
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(record.id(), field.name(), held.shown(), passages, reasons(record, field)));
    }

    private List<String> reasons(SeedRecord record, GraphField field) {
        return fields.inferences(record, field.name()).stream()
                .map(each -> each.text("reason"))
                .toList();
    }

    private boolean isOfDocument(GraphType type, GraphField field) {
        String description = contract.dictionary().describe(type.name(), field.name());
        return Fields.isWritten(field)
                && !field.name().equals(RecordKeys.ID)
                && OURS.stream().noneMatch(description::contains)
                && (!(field instanceof RelationshipField related) || isFact(related));
    }

    /** Leads away from the record, to a record of its own. */
    private boolean isFact(RelationshipField field) {
        GraphType target = contract.type(field.target());
        return field.route() instanceof Route.Step step
                && step.outgoing()
                && target.key() == null
                && !target.name().equals(RecordKeys.CITATION);
    }

    private List<String> passages(SeedRecord record) {
        return index.citations(record.id()).stream().flatMap(this::passage).toList();
    }

    private Stream<String> passage(SeedCitation citation) {
        return lines.text(citation).stream()
                .map(each -> "%s %s-%s: %s"
                        .formatted(
                                citation.document().id(),
                                citation.first(),
                                citation.last(),
                                each.excerpt(citation.first(), citation.last())));
    }
}
