package fr.jalon.command;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.http.observation.Meter;
import fr.jalon.neo4j.Connections;
import fr.jalon.neo4j.StatementListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;

/** What the parts of the server count, for who watches it; safe for many threads. */
final class ServerMeters implements StatementListener {

    private final LongAdder statements = new LongAdder();
    private volatile List<Meter> meters =
            List.of(total("jalon_statements", "Statements sent to the graph.", statements::sum));

    @Override
    public void ran(CypherStatement statement) {
        statements.increment();
    }

    /** Watches these parts, too, from then on. */
    void watch(OpenGraph graph, GraphQlEngine engine, BooleanSupplier warm) {
        List<Meter> all = new ArrayList<>(meters);
        all.add(new Meter(
                "jalon_warm",
                "1 once what is likely to be asked was asked after the start.",
                Meter.Kind.LEVEL,
                () -> warm.getAsBoolean() ? 1 : 0));
        all.add(level(graph, "used", "Connections to the graph in use.", Connections::used));
        all.add(level(graph, "idle", "Connections to the graph that are free.", Connections::idle));
        all.add(level(graph, "awaited", "Transactions that wait for a connection.", Connections::awaited));
        if (engine instanceof KeptAnswers kept) {
            all.add(total("jalon_answers_kept_hits", "Requests answered from answers kept.", kept::hits));
            all.add(total("jalon_answers_kept_misses", "Requests whose answer was not kept.", kept::misses));
        }
        meters = List.copyOf(all);
    }

    List<Meter> all() {
        return meters;
    }

    private static Meter total(String name, String help, LongSupplier value) {
        return new Meter(name, help, Meter.Kind.TOTAL, value);
    }

    private static Meter level(OpenGraph graph, String name, String help, ToIntFunction<Connections> value) {
        LongSupplier connections = () -> value.applyAsInt(graph.connections());
        return new Meter("jalon_graph_connections_" + name, help, Meter.Kind.LEVEL, connections);
    }
}
