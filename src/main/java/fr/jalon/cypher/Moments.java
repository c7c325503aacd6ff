package fr.jalon.cypher;

import fr.jalon.plan.Moment;
import fr.jalon.schema.Hop;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.Variation;
import fr.jalon.schema.Variations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Renders what varies as it was at the moment that a statement reads; now it stands where all else does.
 *
 * <p>Values of a property that varied stand in nodes {@code Standing {of, field, value, from, until, knownFrom, knownUntil}}, of
 * which one holds on each day by what each change had told; one without a value says that there is none. Relationships that
 * varied have the same bounds, a bound that they lack being open.
 */
record Moments(Variables variables) {

    /** Name of the parameter that holds the day. */
    static final String DAY = "day";

    /** Name of the parameter that holds the number of the last change that is known. */
    static final String KNOWN = "known";

    private static final String LABEL = "label";

    /** Later than any day, and than any number: what holds then holds now. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    private static final long LAST_NUMBER = Long.MAX_VALUE - 1;

    /** The parameters of every statement that reads a moment; whoever knows by number what was known replaces the last one. */
    static Map<String, Object> parameters(Moment moment) {
        LocalDate day = moment.asOf();
        return Map.of(DAY, day == null ? LAST_DAY : day, KNOWN, LAST_NUMBER);
    }

    /** Whether the value of a property is another than the one that the node holds. */
    boolean differs(PropertyField field) {
        return moment() != null && field.varies();
    }

    /** The field that a property of nodes of a label is read for, if its value is another than the one they hold. */
    Optional<PropertyField> differing(@Nullable String label, String property) {
        Moment moment = moment();
        return moment == null ? Optional.empty() : moment.variations().field(label, property);
    }

    /** The value of a property. */
    String value(PropertyField field, String node) {
        return differs(field) ? standing(field, node) : node + "." + field.name();
    }

    /**
     * The value of a property of nodes of some types, of which the label of one may follow from what varies.
     *
     * @param types names of the concrete types
     */
    String value(PropertyField field, List<String> types, String node) {
        Moment moment = moment();
        if (moment == null || !field.derived() || !field.name().equals(LABEL)) {
            return value(field, node);
        }
        String following = types.stream()
                .flatMap(type -> moment.variations().captioned(type).stream()
                        .map(source -> " WHEN %s:%s THEN %s"
                                .formatted(
                                        node,
                                        type,
                                        worded(
                                                standing(source, node),
                                                moment.variations().words(type)))))
                .collect(Collectors.joining());
        return following.isEmpty() ? value(field, node) : "CASE%s ELSE %s END".formatted(following, value(field, node));
    }

    private static String worded(String value, Map<String, String> words) {
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(word -> "WHEN '%s' THEN '%s'"
                        .formatted(word.getKey(), word.getValue().replace("'", "\\'")))
                .collect(Collectors.joining(" ", "CASE " + value + " ", " END"));
    }

    /** What a condition compares. */
    String compared(PropertyField field, String node) {
        if (!differs(field)) {
            return node + "." + field.compared();
        }
        return field.folded() ? "toLower(%s)".formatted(standing(field, node)) : standing(field, node);
    }

    /** What gives an order, by the name that it has where nodes hold it. */
    String ordered(@Nullable String label, String property, String node) {
        return differing(label, property).map(field -> ordered(field, node)).orElse(node + "." + property);
    }

    private String ordered(PropertyField field, String node) {
        if (!field.ranked()) {
            return compared(field, node);
        }
        List<String> values = field.values();
        String ranks = IntStream.range(0, values.size())
                .mapToObj(rank -> "WHEN '%s' THEN %s".formatted(values.get(rank), rank))
                .collect(Collectors.joining(" "));
        return "CASE %s %s END".formatted(standing(field, node), ranks);
    }

    private String standing(PropertyField field, String node) {
        String tile = variables.nextTile();
        return "HEAD(COLLECT { MATCH (%1$s:Standing) WHERE %1$s.of = %2$s.id AND %1$s.field = '%3$s' AND %4$s RETURN %1$s.value } + [%2$s.%3$s])"
                .formatted(
                        tile,
                        node,
                        field.name(),
                        "%1$s.from <= $%2$s AND %1$s.until > $%2$s AND %1$s.knownFrom <= $%3$s AND %1$s.knownUntil > $%3$s"
                                .formatted(tile, DAY, KNOWN));
    }

    /** What stands between square brackets for the relationships of a hop, their number aside. */
    String relationships(Hop hop) {
        Moment moment = moment();
        String types = String.join("|", hop.types());
        if (moment == null || hop.types().stream().noneMatch(moment.variations()::vary)) {
            return ":" + types;
        }
        String step = variables.nextRelationship();
        return "%s:%s WHERE %s".formatted(step, types(hop.types(), moment.variations()), holds(step));
    }

    /** Types of relationships, with those that hold at other times. */
    static String types(List<String> types, Variations variations) {
        return types.stream()
                .flatMap(type -> variations.vary(type)
                        ? List.of(type, Variation.atOtherTimes(type)).stream()
                        : List.of(type).stream())
                .collect(Collectors.joining("|"));
    }

    /** Whether a relationship holds. */
    static String holds(String step) {
        return ("coalesce(%1$s.from <= $%2$s, true) AND coalesce(%1$s.until > $%2$s, true)"
                        + " AND coalesce(%1$s.knownFrom <= $%3$s, true) AND coalesce(%1$s.knownUntil > $%3$s, true)")
                .formatted(step, DAY, KNOWN);
    }

    /** The moment that is read; null for now. */
    @Nullable
    Moment moment() {
        return variables.shape().moment();
    }

    /** A statement with the values of a moment. */
    static CypherStatement with(CypherStatement statement, Map<String, Object> moment) {
        Map<String, Object> all = new HashMap<>(statement.parameters());
        all.putAll(moment);
        return new CypherStatement(statement.text(), all);
    }
}
