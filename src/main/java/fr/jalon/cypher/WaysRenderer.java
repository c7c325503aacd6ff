package fr.jalon.cypher;

import fr.jalon.plan.Moment;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Variation;
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
                        + " MATCH way = allShortestPaths((%1$s)-[:%9$s*1..%5$s]-(%2$s))"
                        + " WHERE all(passed IN nodes(way) WHERE passed = %1$s OR passed = %2$s OR passed:%6$s)%10$s"
                        + " WITH way, [passed IN nodes(way) | passed.id] AS ids, [step IN relationships(way) | %11$s] AS types"
                        + " ORDER BY ids, types LIMIT %7$s"
                        + " RETURN [length(way), [step IN relationships(way) | %11$s],"
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
                        nodes,
                        types(paths.relationships()),
                        holding(),
                        type()));
    }

    /** The nodes around one, the nearest first; a row holds the distance and then the projections. */
    CypherStatement neighbours(RootPlan.Neighbours neighbours) {
        String start = variables.next();
        String node = variables.next();
        return parameters.statement(("MATCH (%1$s:Node {id: %3$s}) MATCH way = (%1$s)-[:%8$s*1..%4$s]-(%2$s)"
                        + " WHERE %2$s <> %1$s AND all(passed IN nodes(way) WHERE passed = %1$s OR passed:%5$s)%9$s"
                        + " WITH %2$s, min(length(way)) AS distance ORDER BY distance, %2$s.id LIMIT %6$s"
                        + " RETURN [distance, %7$s] AS row ORDER BY distance, %2$s.id")
                .formatted(
                        start,
                        node,
                        parameters.add(neighbours.id()),
                        neighbours.depth(),
                        kinds(neighbours.kinds()),
                        parameters.add((long) neighbours.most()),
                        projected(neighbours.projections(), node),
                        types(neighbours.relationships()),
                        holding()));
    }

    /** The relationships that ways are made of, so that none passes through what was told of a fact and by whom. */
    private String types(List<String> relationships) {
        Moment moment = variables.shape().moment();
        return moment == null ? String.join("|", relationships) : Moments.types(relationships, moment.variations());
    }

    private String holding() {
        return variables.shape().moment() == null
                ? ""
                : " AND all(step IN relationships(way) WHERE %s)".formatted(Moments.holds("step"));
    }

    /** The type of a relationship, whenever it holds. */
    private String type() {
        Moment moment = variables.shape().moment();
        if (moment == null) {
            return "type(step)";
        }
        return moment.variations().relationships().stream()
                .sorted()
                .map(type -> "WHEN '%s' THEN '%s'".formatted(Variation.atOtherTimes(type), type))
                .collect(Collectors.joining(" ", "CASE type(step) ", " ELSE type(step) END"));
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
