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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

    /**
     * Brings what is known of fields in line with all that was reported of them.
     *
     * @param stated what documents say of a field that nothing was reported of before
     * @return what each holds now
     */
    Map<Effect, @Nullable Object> rewrite(
            String about, List<Effect> effects, Function<Effect, @Nullable Object> stated, long number) {
        Map<Effect, @Nullable Object> current = new LinkedHashMap<>();
        if (effects.isEmpty()) {
            return current;
        }
        List<@Nullable Object[]> changes = transaction.run(HistoryStatements.changes(about));
        Map<List<Object>, Standings> standings = standings(effects);
        List<Map<String, Object>> opened = new ArrayList<>();
        List<List<Object>> closed = new ArrayList<>();
        for (Effect effect : effects) {
            GraphField field = effect.target().type().field(effect.field()).orElseThrow();
            Standings before = standings.get(List.of(effect.target().id(), effect.field()));
            Object base = before == null ? stated.apply(effect) : before.stated();
            if (before == null) {
                Span always = Timeline.of(base, List.of()).spans().get(0);
                opened.add(standing(effect, field, always, FIRST_NUMBER, number));
            }
            Timeline timeline = Timeline.of(base, reports(changes, effect, field));
            replace(effect, field, before, timeline, number, closed, opened);
            current.put(effect, timeline.current());
        }
        run(closed, rows -> HistoryStatements.close(rows, number));
        run(opened, HistoryStatements::open);
        effects.forEach(this::link);
        return current;
    }

    /**
     * What is known of a field.
     *
     * @param stated what documents say of it
     * @param known days and changes of what is known today
     */
    private record Standings(@Nullable Object stated, Set<Bounds> known) {}

    /** By node and field; nothing for those of which nothing was reported. */
    private Map<List<Object>, Standings> standings(List<Effect> effects) {
        Map<List<Object>, Standings> standings = new HashMap<>();
        for (@Nullable Object[] row : transaction.run(HistoryStatements.standings(effects))) {
            List<Object> of = List.of(Objects.requireNonNull(row[0]), Objects.requireNonNull(row[1]));
            Standings before = standings.getOrDefault(of, new Standings(null, new HashSet<>()));
            boolean stated = Objects.equals(row[4], Timeline.DOCUMENTS);
            Standings after = stated ? new Standings(row[5], before.known()) : before;
            if (Boolean.TRUE.equals(row[6])) {
                after.known().add(Bounds.of(row));
            }
            standings.put(of, after);
        }
        return standings;
    }

    private static void replace(
            Effect effect,
            GraphField field,
            @Nullable Standings before,
            Timeline timeline,
            long number,
            List<List<Object>> closed,
            List<Map<String, Object>> opened) {
        Set<Bounds> known = before == null ? Set.of() : before.known();
        Set<Bounds> wanted = new HashSet<>();
        for (Span span : timeline.spans()) {
            wanted.add(Bounds.of(span));
            if (!known.contains(Bounds.of(span))) {
                opened.add(standing(effect, field, span, number, LAST_NUMBER));
            }
        }
        known.stream()
                .filter(each -> !wanted.contains(each))
                .forEach(each -> closed.add(List.of(effect.target().id(), effect.field(), each.from())));
    }

    private void link(Effect effect) {
        if (effect.target().type().field(effect.field()).orElseThrow() instanceof RelationshipField related) {
            link(effect.target().id(), effect.field(), ((Route.Step) related.route()).type());
        }
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
                    (LocalDate) Objects.requireNonNull(row[2]), (LocalDate) Objects.requireNonNull(row[3]), (Long)
                            Objects.requireNonNull(row[4]));
        }

        static Bounds of(Span span) {
            return new Bounds(span.from(), span.until(), span.change());
        }
    }

    private static List<Timeline.Report> reports(List<@Nullable Object[]> changes, Effect effect, GraphField field) {
        List<Timeline.Report> reports = new ArrayList<>();
        for (@Nullable Object[] row : changes) {
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
        if (text != null
                && field instanceof RelationshipField related
                && related.target().equals(Calendar.TYPE)) {
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

    private static void putUnless(Map<String, Object> properties, String name, @Nullable Object value, Object unless) {
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
