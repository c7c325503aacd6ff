package fr.jalon.fact;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The periods that the graph holds, so that one can be asked for although no document names it. */
public final class Calendar {

    static final String TYPE = "Period";

    private final Contract contract;
    private final Set<Period> periods;

    /** What is named, and every month, quarter, semester and year from the earliest year named to the latest. */
    public Calendar(Contract contract, Set<Period> named) {
        this.contract = contract;
        this.periods = around(named);
    }

    static Set<Period> around(Set<Period> named) {
        Set<Period> periods = new LinkedHashSet<>();
        IntSummaryStatistics years = named.stream()
                .map(Period::start)
                .filter(Objects::nonNull)
                .mapToInt(start -> start.getYear())
                .summaryStatistics();
        if (years.getCount() > 0) {
            for (int year = years.getMin(); year <= years.getMax(); year++) {
                periods.addAll(Period.calendarOf(year));
            }
        }
        periods.addAll(named);
        return periods;
    }

    /** A node for each period. */
    public List<StatedNode> nodes() {
        return periods.stream().map(this::node).toList();
    }

    private StatedNode node(Period period) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("label", period.label());
        values.put("kind", period.kind().name());
        if (period.start() != null && period.end() != null) {
            values.put("start", period.start());
            values.put("end", period.end());
        }
        return StatedNode.whole(contract.type(TYPE), period.id(), values);
    }

    /** Relationships from each period to all that contain it. */
    public List<Edge> edges() {
        String within = Edge.type(contract.type(TYPE), "partOf");
        List<Edge> edges = new ArrayList<>();
        for (Period each : periods) {
            each.containers().forEach(longer -> edges.add(new Edge(each.id(), within, longer.id())));
        }
        return edges;
    }
}
