package fr.jalon.seed.load;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import fr.jalon.seed.Seed;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedEdge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every node and relationship that the seed wants in the graph, each once.
 *
 * @param nodes with ids of their own
 * @param edges between these nodes
 */
public record SeedGraph(List<SeedNode> nodes, Set<SeedEdge> edges) {

    /** The graph that a seed makes; throws {@link fr.jalon.seed.InvalidSeedException} when it has problems. */
    public static SeedGraph of(Seed seed) {
        seed.requireSound();
        Contract contract = seed.contract();
        SeedDraft draft = seed.draft();
        List<SeedNode> nodes = new ArrayList<>();
        draft.records()
                .forEach(each -> nodes.add(
                        new SeedNode(each.type(), each.id(), NodeProperties.completed(each.type(), each.values()))));
        Set<SeedEdge> edges = new LinkedHashSet<>();
        draft.links().forEach(link -> edges.add(link.edge()));
        addPeriods(contract, draft.periods(), nodes, edges);
        new CitationNodes(contract, draft).add(nodes, edges);
        return new SeedGraph(nodes, edges);
    }

    private static void addPeriods(Contract contract, Set<Period> named, List<SeedNode> nodes, Set<SeedEdge> edges) {
        GraphType type = contract.type(RecordKeys.PERIOD);
        String within = type.relationship("partOf")
                .map(field -> ((Route.Step) field.route()).type())
                .orElseThrow();
        for (Period each : Calendar.around(named)) {
            nodes.add(new SeedNode(type, each.id(), NodeProperties.completed(type, properties(each))));
            each.containers().forEach(longer -> edges.add(new SeedEdge(each.id(), within, longer.id())));
        }
    }

    private static Map<String, Object> properties(Period period) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("label", period.label());
        properties.put("kind", period.kind().name());
        if (period.start() != null && period.end() != null) {
            properties.put("start", period.start());
            properties.put("end", period.end());
        }
        return properties;
    }
}
