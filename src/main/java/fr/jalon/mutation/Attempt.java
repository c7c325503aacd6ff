package fr.jalon.mutation;

import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.fact.StoredNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.RelationshipField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mutation while nobody else writes: what it is given, and the graph as it stands.
 *
 * @param about the node whose history it enters
 * @param named the node that the input names, which may be a record inside that one
 * @param account of whoever reports
 * @param today in Europe/Paris
 */
record Attempt(
        FactTransaction facts,
        Contract contract,
        Input input,
        Subject about,
        Subject named,
        String account,
        LocalDate today) {

    /** Nodes that a field leads to. */
    List<Subject> related(Subject from, String field) {
        RelationshipField related = from.type().relationship(field).orElseThrow();
        return facts.ends(from.id(), related.route()).stream()
                .flatMap(id -> find(facts, id).stream())
                .toList();
    }

    /** A node of the contract by its id. */
    static Optional<Subject> find(FactTransaction facts, String id) {
        return Optional.ofNullable(facts.nodes(List.of(id)).get(id))
                .flatMap(node -> facts.type(node).map(type -> new Subject(type, id)));
    }

    /** What a property holds now. */
    @Nullable
    Object value(Subject of, String property) {
        StoredNode node = facts.nodes(List.of(of.id())).get(of.id());
        return node == null ? null : node.properties().get(property);
    }

    /** A property in words; null where it holds nothing. */
    @Nullable
    String words(Subject of, String property) {
        Object value = value(of, property);
        return value == null ? null : String.valueOf(value);
    }

    /** What the node that a field leads to is called; null where there is none. */
    @Nullable
    String label(Subject from, String field) {
        return related(from, field).stream()
                .findFirst()
                .map(each -> words(each, "label"))
                .orElse(null);
    }

    LocalDate holdsOn() {
        return input.holdsOn(today);
    }

    /** A report that gives a field of the node, or of a record inside, a value. */
    Report report(String kind, String field, @Nullable String before, @Nullable String after, List<Effect> effects) {
        return report(kind, field, before, after, effects, null);
    }

    Report report(
            String kind,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after,
            List<Effect> effects,
            @Nullable Long answers) {
        return new Report(
                about, kind, holdsOn(), field, before, after, null, effects, input.note(), input.evidence(), answers);
    }

    /** A change that the input names, as it is kept; fails with {@link UserError.Invalid} where it is not of that kind. */
    Map<String, Object> change(String kind, String expected) {
        Map<String, Object> change = change();
        if (!kind.equals(change.get("kind"))) {
            throw UserError.invalid(
                    "change", "%s is another kind of change; expected %s.".formatted(named.id(), expected));
        }
        return change;
    }

    /** A change that the input names; fails with {@link UserError.Invalid} where it was withdrawn. */
    Map<String, Object> change() {
        Map<String, Object> change = Objects.requireNonNull(
                        facts.nodes(List.of(named.id())).get(named.id()))
                .properties();
        if (Boolean.TRUE.equals(change.get("withdrawn"))) {
            throw UserError.invalid("change", "%s was withdrawn.".formatted(named.id()), "WITHDRAWN");
        }
        return change;
    }
}
