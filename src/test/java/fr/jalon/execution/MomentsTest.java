package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import fr.jalon.execution.ReportedHistory.Field;
import fr.jalon.execution.ReportedHistory.Tile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;

/** What a day and a moment of knowledge change in answers; the history is written in the form that reports have in the graph. */
class MomentsTest {

    private static final List<String> ACTIONS =
            List.of("action/mct-a01", "action/mtfp-a13", "action/spm-a05", "action/spm-a06");
    private static final List<String> PERIODS = List.of("S1 2022", "S2 2022", "S2 2021");
    private static final List<String> PROGRESS = List.of("NOT_STARTED", "IN_PROGRESS", "DONE", "BLOCKED", "ABANDONED");

    /** What documents say of the actions' deadlines is this, for the while. */
    private static final List<Field> FIELDS = IntStream.range(0, ACTIONS.size())
            .mapToObj(i -> fields(ACTIONS.get(i), PERIODS.get(i % PERIODS.size())))
            .flatMap(List::stream)
            .toList();

    private static final int ROUNDS = 8;
    private static final int MOMENTS = 8;

    private static final String QUESTION = """
            query($ids: [ID!], $asOf: Date, $known: DateTime) {
              actions(asOf: $asOf, known: $known, filter: {id: {in: $ids}}, orderBy: [{progress: ASC}]) {
                nodes { id progress doneOn due { label } }
              }
              done: actions(asOf: $asOf, known: $known, filter: {progress: {eq: DONE}}) { totalCount nodes { id } }
              within: actions(asOf: $asOf, known: $known, filter: {id: {in: $ids}, due: {within: "S1 2022"}}) {
                totalCount nodes { id }
              }
              groups: actionCounts(asOf: $asOf, known: $known, by: [DUE], filter: {id: {in: $ids}}) { count keys { label } }
              period(label: "S2 2022", asOf: $asOf, known: $known) {
                actions(filter: {id: {in: $ids}}) { nodes { id progress } }
              }
            }
            """;

    @TempDir
    static Path folder;

    private static TestGraph graph;
    private static Driver driver;

    @BeforeAll
    static void open() {
        graph = TestGraph.in(folder);
        driver = graph.driver();
    }

    @AfterAll
    static void close() {
        driver.close();
        graph.close();
    }

    /** Leaves the graph as documents have it. */
    @BeforeEach
    void forget() {
        run("MATCH (s:Standing) DETACH DELETE s", Map.of());
        run("MATCH (c:Change) DETACH DELETE c", Map.of());
        run("MATCH ()-[r:DUE_AT|HELD_BY_AT]->() DELETE r", Map.of());
        run("MATCH (a:Action) REMOVE a.progress, a.progressRank, a.doneOn", Map.of());
        for (Field field : FIELDS) {
            if (field.name().equals("due")) {
                run("MATCH (:Action {id: $id})-[r:DUE]->() DELETE r", Map.of("id", field.node()));
                run(
                        "MATCH (a:Action {id: $id}) MATCH (p:Period {label: $period}) CREATE (a)-[:DUE]->(p)",
                        Map.of("id", field.node(), "period", Objects.requireNonNull(field.stated())));
            }
        }
    }

    @Test
    void six_moments_tell_of_what_was_true_and_of_what_was_known() {
        // Reported on 2 March: under way since 10 January. On 3 March: done on 1 February. On 4 March: that was a
        // mistake.
        write(List.of(tile("0001-01-01", "2022-01-10", null), tile("2022-01-10", "9999-12-31", "IN_PROGRESS")), 1, 2);
        write(
                List.of(
                        tile("0001-01-01", "2022-01-10", null),
                        tile("2022-01-10", "2022-02-01", "IN_PROGRESS"),
                        tile("2022-02-01", "9999-12-31", "DONE")),
                2,
                3);
        write(
                List.of(tile("0001-01-01", "2022-01-10", null), tile("2022-01-10", "9999-12-31", "IN_PROGRESS")),
                3,
                Long.MAX_VALUE);
        write(List.of(tile("0001-01-01", "9999-12-31", null)), 0, 1);
        enter(3);
        run("MATCH (a:Action {id: $id}) SET a.progress = 'IN_PROGRESS'", Map.of("id", ACTIONS.get(0)));

        assertThat(progress("2022-01-09", null)).isNull();
        assertThat(progress("2022-01-10", null)).isEqualTo("IN_PROGRESS");
        assertThat(progress("2022-02-01", ReportedHistory.entered(1))).isEqualTo("IN_PROGRESS");
        assertThat(progress("2022-02-01", ReportedHistory.entered(2))).isEqualTo("DONE");
        assertThat(progress("2022-01-31", ReportedHistory.entered(2).plusHours(1)))
                .isEqualTo("IN_PROGRESS");
        assertThat(progress("2022-02-01", ReportedHistory.entered(3))).isEqualTo("IN_PROGRESS");
        assertThat(progress(null, null)).isEqualTo("IN_PROGRESS");
        assertThat(progress(null, ReportedHistory.entered(2))).isEqualTo("DONE");
    }

    @Test
    void whatever_was_reported_answers_are_those_of_a_simple_model() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            forget();
            Random random = new Random(seed);
            ReportedHistory history = new ReportedHistory(FIELDS, 1 + random.nextInt(20), random);
            write(history);
            for (int i = 0; i < MOMENTS; i++) {
                @Nullable
                LocalDate day = random.nextInt(6) == 0
                        ? null
                        : ReportedHistory.START.plusDays(random.nextInt(ReportedHistory.DAYS + 10) - 5);
                @Nullable Long known = random.nextInt(4) == 0 ? null : 1 + (long) random.nextInt((int) history.last());
                assertThat(answer(day, known))
                        .as("seed %s, day %s, known %s", seed, day, known)
                        .isEqualTo(expected(history, day, known));
            }
        }
    }

    @Test
    void a_moment_costs_one_statement_a_root_field_and_one_that_finds_its_number() {
        enter(1);
        String one =
                "{ actions(asOf: \"2022-06-30\", known: \"2022-03-05T00:00:00Z\") { nodes { progress due { label } } } }";
        graph.answer(one, Map.of());

        var observed = graph.observe(one, Map.of());

        assertThat(observed.response().body()).doesNotContainKey("errors");
        assertThat(observed.statements())
                .filteredOn(each -> !each.text().contains("db.stats"))
                .hasSize(2);
    }

    @Test
    void what_the_graph_does_not_tell_of_is_refused_by_naming_what_it_does() {
        String now = OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString();

        assertThat(error("{ actions(asOf: \"2021-09-09\") { totalCount } }"))
                .isEqualTo("The graph tells of 2021-09-10 and later; found 2021-09-09 as asOf.");
        assertThat(error("{ a: actions(known: \"2022-01-01T00:00:00Z\") { totalCount } }"))
                .isEqualTo("Nothing has been reported yet, so nothing was known otherwise; leave out known.");
        assertThat(error("{ actions(known: \"%s\") { totalCount } }".formatted(now)))
                .startsWith("What will be known is not known yet: it is ");
        assertThat(error("{ actions(known: \"yesterday\") { totalCount } }"))
                .contains("\"yesterday\" is not a moment; expected one such as \"2022-06-30T18:00:00+02:00\"");
        enter(1);
        assertThat(error("{ actions(known: \"2022-03-02T11:59:59Z\") { totalCount } }"))
                .isEqualTo("The first change was entered at 2022-03-02T12:00Z; found 2022-03-02T11:59:59Z as known.");
        assertThat(graph.json("{ actions(known: \"2022-03-02T13:00:00+01:00\") { totalCount } }", Map.of())
                        .has("errors"))
                .isFalse();
    }

    @Test
    void a_cursor_is_of_the_moment_that_gave_it() {
        String page =
                "query($after: String, $asOf: Date) { actions(first: 1, after: $after, asOf: $asOf) { pageInfo { endCursor } } }";
        JsonNode first = graph.json(page, Map.of("asOf", "2022-06-30"));
        String cursor = first.at("/data/actions/pageInfo/endCursor").asText();

        assertThat(graph.json(page, Map.of("asOf", "2022-06-30", "after", cursor))
                        .has("errors"))
                .isFalse();
        assertThat(graph.json(page, Map.of("asOf", "2022-07-01", "after", cursor))
                        .at("/errors/0/message")
                        .asText())
                .contains("was made for another filter or search");
    }

    private static String error(String query) {
        return graph.json(query, Map.of()).at("/errors/0/message").asText();
    }

    private static Map<String, Object> tile(String from, String until, @Nullable String value) {
        Map<String, Object> tile = new HashMap<>();
        tile.put("of", ACTIONS.get(0));
        tile.put("field", "progress");
        tile.put("value", value);
        tile.put("from", LocalDate.parse(from));
        tile.put("until", LocalDate.parse(until));
        return tile;
    }

    private static void write(List<Map<String, Object>> tiles, long knownFrom, long knownUntil) {
        tiles.forEach(tile -> {
            tile.put("knownFrom", knownFrom);
            tile.put("knownUntil", knownUntil);
        });
        run("UNWIND $tiles AS tile CREATE (s:Standing) SET s = tile", Map.of("tiles", tiles));
    }

    private static void enter(long last) {
        for (long number = 1; number <= last; number++) {
            run(
                    "CREATE (:Change {number: $number, enteredAt: $entered})",
                    Map.of(
                            "number",
                            number,
                            "entered",
                            ReportedHistory.entered(number).toZonedDateTime()));
        }
    }

    private @Nullable String progress(@Nullable String day, @Nullable OffsetDateTime known) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("asOf", day);
        variables.put("known", known == null ? null : known.toInstant().toString());
        JsonNode answer = graph.json(
                "query($asOf: Date, $known: DateTime) { action(id: \"%s\", asOf: $asOf, known: $known) { progress } }"
                        .formatted(ACTIONS.get(0)),
                variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode progress = answer.at("/data/action/progress");
        return progress.isNull() ? null : progress.asText();
    }

    private static List<Field> fields(String action, String due) {
        return List.of(
                new Field(action, "progress", withNothing(PROGRESS), null),
                new Field(action, "doneOn", withNothing(List.of("2022-02-01", "2022-03-01")), null),
                new Field(action, "due", withNothing(PERIODS), due));
    }

    private static List<?> withNothing(List<?> values) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.add(null);
        return all;
    }

    /** Properties as tiles, relationships as those of other times, and the last of all as what is in force. */
    private static void write(ReportedHistory history) {
        enter(history.last());
        for (Tile tile : history.tiles()) {
            boolean inForce = tile.until().equals(ReportedHistory.LAST_DAY) && tile.knownUntil() == Long.MAX_VALUE;
            if (tile.field().name().equals("due")) {
                link(tile, inForce);
            } else {
                Map<String, Object> properties = new HashMap<>(ReportedHistory.properties(tile));
                properties.replace("value", stored(tile));
                run("CREATE (s:Standing) SET s = $tile", Map.of("tile", properties));
                if (inForce) {
                    Map<String, Object> now = new HashMap<>();
                    now.put(tile.field().name(), stored(tile));
                    if (tile.field().name().equals("progress")) {
                        now.put("progressRank", tile.value() == null ? null : PROGRESS.indexOf(tile.value()));
                    }
                    run(
                            "MATCH (n:Node {id: $id}) SET n += $now",
                            Map.of("id", tile.field().node(), "now", now));
                }
            }
        }
    }

    private static void link(Tile tile, boolean inForce) {
        if (inForce || (tile.from().equals(ReportedHistory.FIRST_DAY) && tile.knownFrom() == 0)) {
            run(
                    "MATCH (:Action {id: $id})-[r:DUE]->() DELETE r",
                    Map.of("id", tile.field().node()));
        }
        if (tile.value() != null) {
            run(
                    "MATCH (a:Node {id: $id}) MATCH (p:Period {label: $period}) CREATE (a)-[r:%s]->(p) SET r = $tile"
                            .formatted(inForce ? "DUE" : "DUE_AT"),
                    Map.of("id", tile.field().node(), "period", tile.value(), "tile", bounds(tile)));
        }
    }

    /** An open bound is left out. */
    private static Map<String, Object> bounds(Tile tile) {
        Map<String, Object> bounds = new HashMap<>();
        bounds.put("from", tile.from());
        bounds.put("knownFrom", tile.knownFrom());
        if (!tile.until().equals(ReportedHistory.LAST_DAY)) {
            bounds.put("until", tile.until());
        }
        if (tile.knownUntil() != Long.MAX_VALUE) {
            bounds.put("knownUntil", tile.knownUntil());
        }
        return bounds;
    }

    private static @Nullable Object stored(Tile tile) {
        return tile.field().name().equals("doneOn") && tile.value() != null
                ? LocalDate.parse((String) tile.value())
                : tile.value();
    }

    private static Map<String, Object> answer(@Nullable LocalDate day, @Nullable Long known) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("ids", ACTIONS);
        variables.put("asOf", day == null ? null : day.toString());
        variables.put(
                "known",
                known == null
                        ? null
                        : ReportedHistory.entered(known).toInstant().toString());
        JsonNode answer = graph.json(QUESTION, variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode data = answer.get("data");
        Map<String, Object> told = new HashMap<>();
        told.put("actions", texts(data.at("/actions/nodes")));
        told.put("done", texts(data.at("/done/nodes")));
        told.put("doneCount", data.at("/done/totalCount").asLong());
        told.put("within", texts(data.at("/within/nodes")));
        told.put(
                "groups",
                StreamSupport.stream(data.at("/groups").spliterator(), false)
                        .map(group -> group.at("/keys/0/label").asText() + " " + group.get("count"))
                        .sorted()
                        .toList());
        told.put("period", texts(data.at("/period/actions/nodes")));
        return told;
    }

    private static List<String> texts(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::toString)
                .map(text -> text.replace("\"", "")
                        .replace("{label:", "")
                        .replace("}", "")
                        .replace("{", ""))
                .toList();
    }

    private static Map<String, Object> expected(
            ReportedHistory history, @Nullable LocalDate day, @Nullable Long known) {
        List<Map<String, @Nullable Object>> actions = new ArrayList<>();
        for (String id : ACTIONS) {
            Map<String, @Nullable Object> action = new HashMap<>(Map.of("id", id));
            FIELDS.stream()
                    .filter(field -> field.node().equals(id))
                    .forEach(field -> action.put(
                            field.name(),
                            history.value(
                                    field, day == null ? LocalDate.MAX : day, known == null ? history.last() : known)));
            actions.add(action);
        }
        List<String> done = ids(actions, action -> "DONE".equals(action.get("progress")));
        Map<String, Object> told = new HashMap<>();
        told.put(
                "actions",
                actions.stream()
                        .sorted(Comparator.comparing(MomentsTest::rank)
                                .thenComparing(each -> String.valueOf(each.get("id"))))
                        .map(each -> "id:%s,progress:%s,doneOn:%s,due:%s"
                                .formatted(each.get("id"), each.get("progress"), each.get("doneOn"), each.get("due")))
                        .toList());
        told.put("done", done);
        told.put("doneCount", (long) done.size());
        told.put("within", ids(actions, action -> "S1 2022".equals(action.get("due"))));
        Map<String, Integer> groups = new HashMap<>();
        actions.forEach(action -> groups.merge(String.valueOf(action.get("due")), 1, Integer::sum));
        told.put(
                "groups",
                groups.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .sorted()
                        .toList());
        told.put(
                "period",
                actions.stream()
                        .filter(each -> "S2 2022".equals(each.get("due")))
                        .map(each -> "id:%s,progress:%s".formatted(each.get("id"), each.get("progress")))
                        .toList());
        return told;
    }

    private static List<String> ids(
            List<Map<String, @Nullable Object>> actions, Predicate<Map<String, @Nullable Object>> chosen) {
        return actions.stream()
                .filter(chosen)
                .map(each -> "id:" + each.get("id"))
                .toList();
    }

    private static int rank(Map<String, @Nullable Object> action) {
        Object progress = action.get("progress");
        return progress == null ? Integer.MAX_VALUE : PROGRESS.indexOf(progress);
    }

    private static void run(String statement, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            session.run(statement, parameters).consume();
        }
    }
}
