package fr.jalon.plan;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a route: the same hop, so and so many times.
 *
 * @param first the first time, from the label the route names
 * @param further every other time, from whatever label it came to
 * @param least how often at least
 * @param most how often at most, as far as is looked
 */
record Stretch(Hop first, Hop further, int least, int most) {

    /** How far a path without an end is followed: few go on. */
    private static final int ENDLESS = 4;

    private static final Pattern NODE = Pattern.compile("\\((?:\\w+)?(?::(\\w+))?[^)]*\\)");
    private static final Pattern RELATIONSHIP =
            Pattern.compile("(<?)-\\[\\w*:([\\w|]+)(\\*)?(\\d+)?(\\.\\.)?(\\d+)?\\]-");

    /** The parts of a route from nodes of that label. */
    static List<Stretch> of(Route route, String label) {
        if (route instanceof Route.Step step) {
            Hop hop = new Hop(label, step.type(), step.outgoing());
            return List.of(new Stretch(hop, hop, 1, 1));
        }
        String pattern = ((Route.Path) route).pattern();
        List<MatchResult> nodes = NODE.matcher(pattern).results().toList();
        Matcher relationships = RELATIONSHIP.matcher(pattern);
        List<Stretch> stretches = new ArrayList<>();
        while (relationships.find()) {
            MatchResult from = nodes.get(stretches.size());
            String start = stretches.isEmpty() ? label : Objects.requireNonNullElse(from.group(1), GraphType.NODE);
            stretches.add(of(relationships, start));
        }
        return List.copyOf(stretches);
    }

    private static Stretch of(MatchResult found, String label) {
        boolean outgoing = found.group(1).isEmpty();
        Hop first = new Hop(label, found.group(2), outgoing);
        Hop further = new Hop(GraphType.NODE, found.group(2), outgoing);
        if (found.group(3) == null) {
            return new Stretch(first, further, 1, 1);
        }
        int least = found.group(4) == null ? 1 : Integer.parseInt(found.group(4));
        int most = found.group(6) == null ? Math.max(least, ENDLESS) : Integer.parseInt(found.group(6));
        return new Stretch(first, further, least, found.group(5) == null && found.group(4) != null ? least : most);
    }

    /** How many nodes it leads to from one, by how many a hop leads to. */
    double fanOut(GraphCounts counts) {
        double reached = least == 0 ? 1 : 0;
        double last = counts.fanOut(first);
        for (int times = 1; times <= most; times++) {
            reached += times < least ? 0 : last;
            last *= counts.fanOut(further);
        }
        return reached;
    }
}
