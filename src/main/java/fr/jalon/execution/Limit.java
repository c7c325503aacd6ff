package fr.jalon.execution;

import fr.jalon.plan.PlanSize;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one request may ask at the most, by kind: what is measured, how, and what its setting is called. Fragments count
 * wherever they are spread.
 *
 * <p>Whoever checks limits goes through all of them, and so does whoever offers their settings.
 */
@SuppressWarnings("ImmutableEnumChecker") // A measure keeps nothing.
public enum Limit {
    /** Beyond it, the parser does not go on. */
    TOKENS(10_000, "Tokens of a GraphQL document"),
    /** It is also that of fragments within fragments. */
    DEPTH(16, "Levels of fields, introspection aside", "The operation is %s levels deep", DocumentSize::depth, null),
    /** Of all levels. */
    FIELDS(
            2_000,
            "Fields of an operation, fragments spread",
            "The operation selects %s fields",
            DocumentSize::fields,
            null),
    /** Of all levels. */
    ALIASES(
            100,
            "Aliases of an operation, fragments spread",
            "The operation has %s aliases",
            DocumentSize::aliases,
            null),
    /** Those of fragments and of variables, too. */
    DIRECTIVES(
            100,
            "Directives of an operation, fragments spread",
            "The operation has %s directives",
            DocumentSize::directives,
            null),
    /** One that is computed counts for those that are read for it. */
    ROOT_FIELDS(20, "Root fields of an operation", "The operation has %s root fields", DocumentSize::rootFields, null),
    /** Of all root fields. */
    CONDITIONS(
            100,
            "Conditions in filters and orders of an operation",
            "The operation has %s conditions in filters and orders",
            null,
            PlanSize::conditions),
    /** For each of them Neo4j plans several times longer. */
    RELATIONS(
            6,
            "Relations that a filter or an order follows one from another",
            "A filter or an order follows %s relations one from another",
            null,
            PlanSize::relations),
    /** Of the longest list. */
    VALUES(1_000, "Values of a list in a filter", "A filter has a list of %s values", null, PlanSize::values),
    /** Each level doubles the time in which Neo4j plans them. */
    NESTING(
            6,
            "Levels of lists within lists",
            "The operation reads lists within lists, %s deep",
            null,
            PlanSize::nesting),
    /** Of all root fields. */
    LISTS(
            120,
            "Lists of nodes that an operation reads",
            "The operation reads %s lists of nodes",
            null,
            PlanSize::lists),
    /** Of all root fields. */
    DOUBLED_LISTS(
            120,
            "Lists of nodes, where one within another counts double, and all a third within an embedded graph",
            "The operation reads lists of nodes that count %s, for one within another counts double",
            null,
            PlanSize::doubled),
    /** It depends on what the graph holds. */
    ROWS(100_000, "Rows of an answer, as estimated before it is read"),
    /** Whoever asks for no number gets fewer. */
    PAGE(1_000, "Nodes of a page");

    private final long standard;
    private final String description;
    private final String found;
    private final @Nullable ToLongFunction<DocumentSize> ofDocument;
    private final @Nullable ToLongFunction<PlanSize> ofPlan;

    /** One that is measured while something else is done. */
    Limit(long standard, String description) {
        this(standard, description, "", null, null);
    }

    /**
     * A limit.
     *
     * @param found what a request is told that goes beyond, with {@code %s} for the number
     * @param ofDocument measures what was parsed and nothing more
     * @param ofPlan measures what is not rendered yet
     */
    Limit(
            long standard,
            String description,
            String found,
            @Nullable ToLongFunction<DocumentSize> ofDocument,
            @Nullable ToLongFunction<PlanSize> ofPlan) {
        this.standard = standard;
        this.description = description;
        this.found = found;
        this.ofDocument = ofDocument;
        this.ofPlan = ofPlan;
    }

    /** The most, where nobody sets another; GraphiQL's own queries and every example stay far below. */
    public long standard() {
        return standard;
    }

    /** What is counted, in a few words without a full stop. */
    public String description() {
        return description;
    }

    /** The name of its setting, as {@code max-root-fields}. */
    public String setting() {
        return "max-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    void check(long number, long most, Failure.Position position) {
        Failure.Refused.beyond(found, number, most, position);
    }

    void check(DocumentSize size, long most, Failure.Position position) {
        if (ofDocument != null) {
            check(ofDocument.applyAsLong(size), most, position);
        }
    }

    boolean allows(PlanSize size, long most) {
        return ofPlan == null || ofPlan.applyAsLong(size) <= most;
    }

    void check(PlanSize size, long most, Failure.Position position) {
        if (ofPlan != null) {
            check(ofPlan.applyAsLong(size), most, position);
        }
    }
}
