package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.RootPlan;
import java.util.List;
import java.util.stream.Collectors;

/** Renders ways: of every length up to a bound, through nodes of some kinds only. */
final class WaysRenderer {

    /** What every fact is stated in, and what explains a fact: ways through them tell nothing. */
    private static final String NOT_A_WAY = "!Citation&!Inference";

    private final Parameters parameters = new Parameters();
    private final Variables variables;
    private final ProjectionRenderer projections;

    WaysRenderer(Shape shape) {
        this.variables = new Variables(shape);
        this.projections = new ProjectionRenderer(parameters, variables);
    }

    /**
     * All shortest ways, sorted by the ids of their nodes and the types of their relationships.
     *
     * <p>A row holds the length, the types of the relationships, whether each points forward, and for each projection
     * the nodes.
     */
    CypherStatement paths(RootPlan.Paths paths) {
        String from = variables.next();
        String to = variables.next();
        String node = variables.next();
        String nodes = paths.projections().stream()
                .map(each -> "COLLECT { UNWIND nodes(way) AS %s RETURN %s AS row }"
                        .formatted(node, projections.render(each, node)))
                .collect(Collectors.joining(", "));
        return parameters.statement(("MATCH (%1$s:Node {id: %3$s}), (%2$s:Node {id: %4$s}) WHERE %1$s <> %2$s"
                        + " MATCH way = allShortestPaths((%1$s)-[*1..%5$s]-(%2$s))"
                        + " WHERE all(passed IN nodes(way) WHERE passed = %1$s OR passed = %2$s OR passed:%6$s)"
                        + " WITH way, [passed IN nodes(way) | passed.id] AS ids, [step IN relationships(way) | type(step)] AS types"
                        + " ORDER BY ids, types LIMIT %7$s"
                        + " RETURN [length(way), [step IN relationships(way) | type(step)],"
                        + " [step IN relationships(way) | startNode(step).id],"
                        + " [passed IN nodes(way) | passed.id], [%8$s]] AS row"
                        + " ORDER BY [passed IN nodes(way) | passed.id]")
                .formatted(
                        from,
                        to,
                        parameters.add(paths.from()),
                        parameters.add(paths.to()),
                        paths.maxLength(),
                        kinds(paths.kinds()),
                        parameters.add((long) paths.most()),
                        nodes));
    }

    /** The nodes around one, the nearest first; a row holds the distance and then the projections. */
    CypherStatement neighbours(RootPlan.Neighbours neighbours) {
        String start = variables.next();
        String node = variables.next();
        return parameters.statement(("MATCH (%1$s:Node {id: %3$s}) MATCH way = (%1$s)-[*1..%4$s]-(%2$s)"
                        + " WHERE %2$s <> %1$s AND all(passed IN nodes(way) WHERE passed = %1$s OR passed:%5$s)"
                        + " WITH %2$s, min(length(way)) AS distance ORDER BY distance, %2$s.id LIMIT %6$s"
                        + " RETURN [distance, %7$s] AS row ORDER BY distance, %2$s.id")
                .formatted(
                        start,
                        node,
                        parameters.add(neighbours.id()),
                        neighbours.depth(),
                        kinds(neighbours.kinds()),
                        parameters.add((long) neighbours.most()),
                        projected(neighbours.projections(), node)));
    }

    private String projected(List<NodeSelection> selections, String node) {
        return selections.stream()
                .map(each -> projections.render(each, node))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String kinds(List<String> kinds) {
        return kinds.isEmpty() ? NOT_A_WAY : String.join("|", kinds);
    }
}
