package fr.jalon.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.access.Account;
import fr.jalon.access.AccountChanges;
import fr.jalon.access.AccountDirectory;
import fr.jalon.access.Caller;
import fr.jalon.access.Channel;
import fr.jalon.access.Role;
import fr.jalon.access.Scope;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A graph of its own with the project's seed, to which people report on days that a test chooses. */
final class ReportingGraph implements AutoCloseable {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestGraph graph;
    private final Graph bolt;
    private final JalonEngine engine;
    private final AccountDirectory accounts;
    private Instant now = Instant.parse("2022-07-01T10:00:00Z");

    ReportingGraph(Path folder) {
        graph = TestGraph.in(folder);
        bolt = graph.connect(GraphSettings.defaults());
        accounts = new AccountDirectory(bolt);
        Mutations mutations = new Mutations(bolt, TestGraph.CONTRACT, new Hands());
        engine = new JalonEngine(
                TestGraph.CONTRACT, bolt, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED, mutations);
    }

    /** Somebody with an account that acts by a mandate. */
    Caller tied(String name, String mandate, @Nullable String person) {
        accounts.change(transaction -> {
            AccountChanges.create(transaction, account(name, person, Set.of()), now);
            AccountChanges.tie(transaction, "account/" + name, mandate, LocalDate.parse("2021-01-01"), null);
            return name;
        });
        return caller(name);
    }

    /** Somebody with an account that has roles. */
    Caller with(String name, Role... roles) {
        accounts.change(transaction -> {
            AccountChanges.create(transaction, account(name, null, Set.of(roles)), now);
            return name;
        });
        return caller(name);
    }

    private static Account account(String name, @Nullable String person, Set<Role> roles) {
        return new Account("account/" + name, name, null, null, null, person, roles);
    }

    /** Whoever has that account, known by its name alone. */
    static Caller caller(String name) {
        return new Caller.Identified(
                "account/" + name, List.of(), Set.of(), Set.of(Scope.values()), Channel.GRAPHQL, null);
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
