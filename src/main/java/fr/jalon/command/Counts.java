package fr.jalon.command;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.http.observation.Meter;
import fr.jalon.neo4j.StatementListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What the parts of the server count, for who watches it; safe for many threads. */
final class Counts implements StatementListener {

    private final LongAdder statements = new LongAdder();
    private volatile List<Meter> meters =
            List.of(total("jalon_statements", "Statements sent to the graph.", statements::sum));

    @Override
    public void ran(CypherStatement statement) {
        statements.increment();
    }

    /** Watches these parts, too, from now on. */
    void watch(OpenGraph application, GraphQlEngine engine) {
        List<Meter> all = new ArrayList<>(meters);
        all.addAll(application.meters());
        if (engine instanceof KeptAnswers kept) {
            all.add(total("jalon_answers_kept_hits", "Requests answered from answers kept.", kept::hits));
            all.add(total("jalon_answers_kept_misses", "Requests whose answer was not kept.", kept::misses));
        }
        meters = List.copyOf(all);
    }

    List<Meter> meters() {
        return meters;
    }

    private static Meter total(String name, String help, LongSupplier value) {
        return new Meter(name, help, Meter.Kind.TOTAL, value);
    }
}
