package fr.jalon.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.access.Caller;
import fr.jalon.access.Channel;
import fr.jalon.access.HeldMandate;
import fr.jalon.access.Role;
import fr.jalon.access.Scope;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.Transaction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph of its own with the project's seed, to which people report on days that a test chooses. */
final class ReportingGraph implements AutoCloseable {

    static final Caller SECRETARIAT = new Caller.Identified(
            "account/secretariat", List.of(), Set.of(Role.SECRETARIAT), Set.of(Scope.values()), Channel.GRAPHQL);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestGraph graph;
    private final Graph bolt;
    private final JalonEngine engine;
    private Instant now = Instant.parse("2022-07-01T10:00:00Z");

    ReportingGraph(Path folder) {
        graph = TestGraph.in(folder);
        bolt = graph.connect(GraphSettings.defaults());
        Mutations mutations = new Mutations(bolt, TestGraph.CONTRACT, new AsTheyAre(), new Hands());
        engine = new JalonEngine(
                TestGraph.CONTRACT, bolt, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED, mutations);
    }

    /** The AMDAC of a ministry, by the last part of its id. */
    static Caller amdac(String ministry) {
        HeldMandate mandate = new HeldMandate(
                "mandate/amdac-" + ministry, "AMDAC", "AMDAC, " + ministry, Set.of("ministry/" + ministry));
        return new Caller.Identified(
                "account/" + ministry, List.of(mandate), Set.of(), Set.of(Scope.values()), Channel.GRAPHQL);
    }

    void on(String day) {
        now = LocalDate.parse(day).atTime(11, 0).atZone(PARIS).toInstant();
    }

    GraphQlResponse ask(Caller caller, String query, Map<String, Object> variables) {
        return engine.execute(new GraphQlRequest(query, null, variables, Map.of(), false).by(caller));
    }

    JsonNode json(Caller caller, String query, Map<String, Object> variables) {
        return JSON.valueToTree(ask(caller, query, variables).body());
    }

    TestGraph graph() {
        return graph;
    }

    Graph bolt() {
        return bolt;
    }

    @Override
    public void close() {
        bolt.close();
        graph.close();
    }

    /** Callers whose mandates nobody changes. */
    private static final class AsTheyAre implements Mutations.Callers {
        @Override
        public Caller current(Transaction transaction, Caller caller, LocalDate day) {
            return caller;
        }

        @Override
        public int untie(Transaction transaction, String mandate, LocalDate from, String exceptPerson) {
            return 0;
        }
    }

    /** Stands where a test puts it. */
    private final class Hands extends Clock {
        @Override
        public ZoneId getZone() {
            return PARIS;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
