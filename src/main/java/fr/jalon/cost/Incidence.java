package fr.jalon.cost;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.Hop;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The relationships that nodes of a label have, of some types and one way.
 *
 * @param label of the nodes
 * @param types of the relationships, any of which counts
 * @param outgoing whether they point away from those nodes
 */
public record Incidence(String label, List<String> types, boolean outgoing) {

    /** How far a hop without a bound is followed: few relationships go on. */
    private static final int UNBOUNDED = 4;

    /**
     * A hop from nodes of a label: the relationships followed first, and those followed after the first.
     *
     * @param least how many are followed at the least
     * @param most how many at the most, as far as is looked
     */
    record Followed(Incidence first, Incidence further, int least, int most) {

        static Followed of(Hop hop, String label) {
            return new Followed(
                    new Incidence(label, hop.types(), hop.outgoing()),
                    new Incidence(GraphType.NODE, hop.types(), hop.outgoing()),
                    hop.least(),
                    hop.most().orElse(Math.max(hop.least(), UNBOUNDED)));
        }

        List<Incidence> all() {
            return most > 1 ? List.of(first, further) : List.of(first);
        }
    }

    /** The hops of a route from nodes of a label, each from the label where the one before ends. */
    static List<Followed> along(Route route, String label) {
        List<Followed> followed = new ArrayList<>();
        String start = label;
        for (Hop hop : route.hops()) {
            followed.add(Followed.of(hop, start));
            start = Objects.requireNonNullElse(hop.label(), GraphType.NODE);
        }
        return followed;
    }
}
