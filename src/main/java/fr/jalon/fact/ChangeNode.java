package fr.jalon.fact;

import fr.jalon.fact.Report.Author;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Entry;
import fr.jalon.schema.Contract;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of the history as a node: what the contract shows of it, and what it keeps besides. */
final class ChangeNode {

    private static final String TYPE = "Change";

    private ChangeNode() {}

    /** Ids are in the order of the numbers. */
    static String id(long number) {
        return String.format(Locale.ROOT, "change/%09d", number);
    }

    static StatedNode of(Entry entry, Report report, Author author, Revision.Moment moment, Contract contract) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("number", entry.number());
        values.put("enteredAt", moment.enteredAt());
        values.put("holdsOn", report.holdsOn());
        values.put("kind", report.kind());
        values.put("field", report.field());
        values.put("before", report.before());
        values.put("after", report.after());
        values.put("note", report.note());
        values.put("evidence", report.evidence().isEmpty() ? null : report.evidence());
        values.put("author", author.function());
        values.put("channel", author.channel());
        values.put("withdrawn", false);
        return new StatedNode(contract.type(TYPE), entry.id(), values);
    }

    /** What the public does not see, and what the history is made from. */
    static Map<String, Object> kept(Report report, Author author) {
        Map<String, Object> kept = new HashMap<>();
        kept.put("of", report.about().id());
        kept.put("account", author.account());
        kept.put("effects", report.effects().stream().map(Effect::kept).toList());
        if (report.creates() != null) {
            Report.Creation creation = report.creates();
            kept.put(
                    "creates",
                    List.of(
                            creation.field(),
                            creation.node().type().name(),
                            creation.node().id()));
        }
        if (author.mandate() != null) {
            kept.put("mandate", author.mandate());
        }
        return kept;
    }
}
