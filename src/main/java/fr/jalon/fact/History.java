package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Timeline.Span;
import fr.jalon.neo4j.Transaction;
import fr.jalon.period.Period;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.schema.Variation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds on each day, as known at each number of the graph, beside its node: each {@code Standing} is one value
 * over days and numbers, and together those of a field are all days and all numbers, none of them twice.
 *
 * <p>A relationship that varies has a relationship of another type for each of them that is not in force, with the same bounds.
 */
final class History {

    private static final long FIRST_NUMBER = 0;

    /** No number comes behind it. */
    private static final long LAST_NUMBER = Long.MAX_VALUE;

    private final Transaction transaction;

    History(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Brings what is known of a field in line with all that was reported of it; returns what it holds now. */
    @Nullable
    Object rewrite(String about, Effect effect, Supplier<@Nullable Object> stated, long number) {
        GraphField field = effect.target().type().field(effect.field()).orElseThrow();
        String id = effect.target().id();
        List<Object[]> known = transaction.run(HistoryStatements.known(id, effect.field()));
        List<Map<String, Object>> opened = new ArrayList<>();
        Object base = known.isEmpty() ? stated.get() : statedBefore(id, effect.field());
        Timeline timeline = Timeline.of(base, reports(about, effect, field));
        if (known.isEmpty()) {
            Span always = Timeline.of(base, List.of()).spans().get(0);
            opened.add(standing(effect, field, always, FIRST_NUMBER, number));
        }
        Set<Bounds> kept = new HashSet<>();
        known.forEach(row -> kept.add(Bounds.of(row)));
        List<Object> closed = new ArrayList<>();
        Set<Bounds> wanted = new HashSet<>();
        timeline.spans().forEach(span -> wanted.add(Bounds.of(span)));
        kept.stream().filter(each -> !wanted.contains(each)).forEach(each -> closed.add(each.from()));
        timeline.spans().stream()
                .filter(span -> !kept.contains(Bounds.of(span)))
                .forEach(span -> opened.add(standing(effect, field, span, number, LAST_NUMBER)));
        run(closed, rows -> HistoryStatements.close(id, effect.field(), rows, number));
        run(opened, HistoryStatements::open);
        if (field instanceof RelationshipField related) {
            link(id, effect.field(), ((Route.Step) related.route()).type());
        }
        return timeline.current();
    }

    /** What a relationship leads to by what stands in the graph. */
    @Nullable
    Object end(String id, String type) {
        List<Object[]> rows = transaction.run(HistoryStatements.end(id, type));
        return rows.isEmpty() ? null : rows.get(0)[0];
    }

    /** The days of a standing and the change it comes from. */
    private record Bounds(LocalDate from, LocalDate until, long change) {

        static Bounds of(@Nullable Object[] row) {
            return new Bounds(
                    (LocalDate) Objects.requireNonNull(row[0]),
                    (LocalDate) Objects.requireNonNull(row[1]),
                    (Long) Objects.requireNonNull(row[2]));
        }

        static Bounds of(Span span) {
            return new Bounds(span.from(), span.until(), span.change());
        }
    }

    private @Nullable Object statedBefore(String id, String field) {
        return transaction.run(HistoryStatements.all(id, field)).stream()
                .filter(row -> Objects.equals(row[4], Timeline.DOCUMENTS))
                .findFirst()
                .map(row -> row[5])
                .orElse(null);
    }

    private List<Timeline.Report> reports(String about, Effect effect, GraphField field) {
        List<Timeline.Report> reports = new ArrayList<>();
        for (@Nullable Object[] row : transaction.run(HistoryStatements.changes(about))) {
            for (Object each : row[2] == null ? List.of() : (List<?>) row[2]) {
                Effect.Named kept = Effect.Named.of(String.valueOf(each));
                if (effect.isKeptIn(kept)) {
                    reports.add(new Timeline.Report(
                            (Long) Objects.requireNonNull(row[0]),
                            (LocalDate) Objects.requireNonNull(row[1]),
                            typed(field, kept.value())));
                }
            }
        }
        return reports;
    }

    /** A text as the graph holds a value of the field. */
    static @Nullable Object typed(GraphField field, @Nullable String text) {
        if (text != null && field instanceof RelationshipField related && related.target().equals(Calendar.TYPE)) {
            return Period.parse(text).id();
        }
        if (text == null || !(field instanceof PropertyField property)) {
            return text;
        }
        return switch (property.scalar()) {
            case "Date" -> LocalDate.parse(text);
            case "Int" -> Long.valueOf(text);
            case "Float" -> Double.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Map<String, Object> standing(
            Effect effect, GraphField field, Span span, long knownFrom, long knownUntil) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("of", effect.target().id());
        properties.put("field", effect.field());
        properties.put("from", span.from());
        properties.put("until", span.until());
        properties.put("knownFrom", knownFrom);
        properties.put("knownUntil", knownUntil);
        properties.put("change", span.change());
        if (span.value() != null) {
            properties.put("value", span.value());
        }
        if (field instanceof RelationshipField related) {
            properties.put("relationship", ((Route.Step) related.route()).type());
        }
        return properties;
    }

    /** Makes relationships of what stands: the one in force as any other of its type, the rest of the type of other times. */
    void link(String id, String field, String type) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (@Nullable Object[] row : transaction.run(HistoryStatements.all(id, field))) {
            if (row[5] != null) {
                boolean inForce = Timeline.LAST_DAY.equals(row[1]) && Objects.equals(row[3], LAST_NUMBER);
                Map<String, Object> properties = new HashMap<>();
                properties.put(Origin.PROPERTY, Origin.REPORT.name());
                putUnless(properties, "from", row[0], Timeline.FIRST_DAY);
                putUnless(properties, "until", row[1], Timeline.LAST_DAY);
                putUnless(properties, "knownFrom", row[2], FIRST_NUMBER);
                putUnless(properties, "knownUntil", row[3], LAST_NUMBER);
                rows.add(Map.of(
                        "type",
                        inForce ? type : Variation.atOtherTimes(type),
                        "to",
                        String.valueOf(row[5]),
                        "properties",
                        properties));
            }
        }
        transaction.run(HistoryStatements.unlink(id, List.of(type, Variation.atOtherTimes(type))));
        run(rows, each -> HistoryStatements.link(id, each));
    }

    private static void putUnless(
            Map<String, Object> properties, String name, @Nullable Object value, Object unless) {
        if (value != null && !value.equals(unless)) {
            properties.put(name, value);
        }
    }

    /** What documents say of the relationships that reports stand over; the id of what they lead to, or null. */
    Map<Varied, @Nullable String> statedEdges() {
        Map<Varied, @Nullable String> stated = new HashMap<>();
        transaction
                .run(HistoryStatements.statedEdges())
                .forEach(row -> stated.put(
                        new Varied(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2])),
                        (String) row[3]));
        return stated;
    }

    /** Has documents say that a relationship leads elsewhere, or nowhere. */
    void restate(Varied varied, @Nullable String end) {
        transaction.run(HistoryStatements.restate(varied.id(), varied.field(), end == null ? "" : end));
        link(varied.id(), varied.field(), varied.type());
    }

    /** A relationship that reports stand over: the id of the node it leaves, its field and its type. */
    record Varied(String id, String field, String type) {}

    private <R> void run(List<R> rows, Function<List<R>, CypherStatement> statement) {
        if (!rows.isEmpty()) {
            transaction.run(statement.apply(rows));
        }
    }
}
