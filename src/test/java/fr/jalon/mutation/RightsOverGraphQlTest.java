package fr.jalon.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.access.Caller;
import fr.jalon.access.Caller.Fault;
import fr.jalon.access.Channel;
import fr.jalon.access.Role;
import fr.jalon.access.Scope;
import fr.jalon.execution.GraphQlResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cell of {@code access/rights-cases.csv} that is about a mutation, asked of the server by somebody with an account. */
class RightsOverGraphQlTest {

    private static final Path CASES = Path.of("src/test/resources/access/rights-cases.csv");

    /** No node is at that version, so that whoever may is told of it, and nothing is written. */
    private static final String NEVER = "expectedVersion: 9999";

    private static final Map<String, String> SENT = Map.ofEntries(
            Map.entry(
                    "REPORT_PROGRESS thing",
                    "reportProgress(input: {action: \"action/mtfp-a01\", progress: DONE, %s})"),
            Map.entry("RECORD_OPENING thing", "recordOpening(input: {resource: \"$resource\", state: AVAILABLE, %s})"),
            Map.entry(
                    "RECORD_MEASUREMENT thing", "recordMeasurement(input: {indicator: \"$indicator\", value: 1, %s})"),
            Map.entry(
                    "NAME_HOLDER referent",
                    "nameHolder(input: {mandate: \"$referent\", person: \"person/claire-landais\", %s})"),
            Map.entry(
                    "NAME_HOLDER amdac",
                    "nameHolder(input: {mandate: \"mandate/amdac-mtfp\", person: \"person/claire-landais\", %s})"),
            Map.entry("END_MANDATE referent", "endMandate(input: {mandate: \"$referent\", %s})"),
            Map.entry("END_MANDATE amdac", "endMandate(input: {mandate: \"mandate/amdac-mtfp\", %s})"),
            Map.entry(
                    "PROPOSE_DEADLINE thing",
                    "proposeDeadline(input: {action: \"action/mtfp-a01\", due: \"2030\", %s})"),
            Map.entry("ACCEPT_DEADLINE thing", "acceptDeadline(input: {change: \"$proposal\", %s})"),
            Map.entry("REFUSE_DEADLINE thing", "refuseDeadline(input: {change: \"$proposal\", %s})"),
            Map.entry(
                    "ARBITRATE_DISCREPANCY thing",
                    "arbitrateDiscrepancy(input: {discrepancy: \"discrepancy/mtfp-a01-indicators\", reading: \"x\", %s})"),
            Map.entry("ADD_NOTE thing", "addNote(input: {about: \"action/mtfp-a01\", %s})"),
            Map.entry("VERIFY thing", "verify(input: {change: \"$proposal\", %s})"),
            Map.entry("WITHDRAW own", "withdraw(input: {change: \"$own\", %s})"),
            Map.entry("WITHDRAW another's", "withdraw(input: {change: \"$others\", %s})"));

    @TempDir
    private static Path folder;

    private static ReportingGraph graph;
    private static final Map<String, Caller> CALLERS = new HashMap<>();
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void open() {
        graph = new ReportingGraph(folder);
        IDS.put("$referent", "mandate/referent-donnee-dgafp");
        CALLERS.put("no one", Caller.ANONYMOUS);
        CALLERS.put("expired token", new Caller.Refused(Fault.EXPIRED, Channel.GRAPHQL));
        CALLERS.put("foreign token", new Caller.Refused(Fault.UNKNOWN, Channel.GRAPHQL));
        CALLERS.put("another ministry", graph.tied("mct", "mandate/amdac-mct", null));
        CALLERS.put("ended mandate", graph.with("ended"));
        CALLERS.put("delegate", graph.tied("delegate", "mandate/dpd-spm", null));
        CALLERS.put("referent", graph.tied("referent", "mandate/referent-donnee-dgafp", null));
        CALLERS.put("AMDAC", graph.tied("mtfp", "mandate/amdac-mtfp", null));
        CALLERS.put(
                "token to read",
                new Caller.Identified("account/mtfp", List.of(), Set.of(), Set.of(Scope.READ), Channel.GRAPHQL, null));
        CALLERS.put("secretariat", graph.with("secretariat", Role.SECRETARIAT));
        CALLERS.put("administrator", graph.with("administrator", Role.ADMINISTRATOR));
        JsonNode data = graph.json(Caller.ANONYMOUS, """
                { action(id: "action/mtfp-a01") { indicators { id } }
                  any: actions(filter: { roadmap: { id: { eq: "roadmap/mtfp-2021" } }, concerns: { some: {} } }, first: 1) { nodes { concerns { id } } } }""", Map.of()).path("data");
        IDS.put("$indicator", data.at("/action/indicators/0/id").asText());
        IDS.put("$resource", data.at("/any/nodes/0/concerns/0/id").asText());
        IDS.put(
                "$proposal",
                change(
                        "AMDAC",
                        "proposeDeadline(input: {action: \"action/mtfp-a01\", due: \"S1 2024\", note: \"Retard.\"})"));
        IDS.put("own AMDAC", change("AMDAC", "addNote(input: {about: \"action/mtfp-a01\", note: \"Une note.\"})"));
        IDS.put(
                "own referent",
                change("referent", "addNote(input: {about: \"action/mtfp-a01\", note: \"Une note.\"})"));
        IDS.put(
                "own secretariat",
                change("secretariat", "addNote(input: {about: \"action/mtfp-a01\", note: \"Une note.\"})"));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static String change(String caller, String mutation) {
        JsonNode answer = graph.json(
                Objects.requireNonNull(CALLERS.get(caller)),
                "mutation { sent: %s { change { id } userErrors { message } } }".formatted(mutation),
                Map.of());
        assertThat(answer.at("/data/sent/change/id").isTextual())
                .as(answer.toString())
                .isTrue();
        return answer.at("/data/sent/change/id").asText();
    }

    static Stream<Arguments> cells() throws IOException {
        List<List<String>> rows = Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
        return rows.stream()
                .skip(1)
                .filter(row -> SENT.containsKey(row.get(0) + " " + row.get(1)))
                .flatMap(row -> IntStream.range(2, row.size())
                        .mapToObj(at -> Arguments.of(
                                row.get(0) + " " + row.get(1), rows.get(0).get(at), row.get(at))));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("cells")
    void whoever_asks_may_what_the_table_says_and_is_told_which_of_the_two_is_missing(
            String act, String caller, String expected) {
        String mutation = Objects.requireNonNull(SENT.get(act)).formatted(NEVER);
        String own = IDS.getOrDefault("own " + caller, Objects.requireNonNull(IDS.get("own AMDAC")));
        String others = Objects.requireNonNull(
                IDS.get(caller.equals("secretariat") || caller.equals("AMDAC") ? "own referent" : "own secretariat"));
        mutation = mutation.replace("$own", own).replace("$others", others);
        for (Map.Entry<String, String> each : IDS.entrySet()) {
            mutation = mutation.replace(each.getKey(), each.getValue());
        }

        GraphQlResponse response = graph.ask(
                Objects.requireNonNull(CALLERS.get(caller)),
                "mutation { sent: %s { userErrors { code } } }".formatted(mutation),
                Map.of());

        assertThat(answer(response)).as(response.body().toString()).isEqualTo(expected);
    }

    private static String answer(GraphQlResponse response) {
        return switch (response.outcome()) {
            case UNAUTHENTICATED -> "401";
            case FORBIDDEN -> "403";
            default -> response.codes().isEmpty() ? "yes" : response.codes().toString();
        };
    }
}
