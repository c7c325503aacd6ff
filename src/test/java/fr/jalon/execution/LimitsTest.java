package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused for its size or its time, fragments spread. */
class LimitsTest {

    private static final OperationLimits LIMITS = OperationLimits.STANDARD
            .with(Limit.TOKENS, 200)
            .with(Limit.DEPTH, 6)
            .with(Limit.FIELDS, 40)
            .with(Limit.ALIASES, 5)
            .with(Limit.DIRECTIVES, 4)
            .with(Limit.ROOT_FIELDS, 3)
            .with(Limit.ROWS, 1_000);
    private static final OperationLimits GENEROUS = OperationLimits.STANDARD
            .with(Limit.CONDITIONS, 50)
            .with(Limit.RELATIONS, 5)
            .with(Limit.LISTS, 1_000)
            .with(Limit.DOUBLED_LISTS, 1_000)
            .with(Limit.NESTING, 20)
            .with(Limit.ROWS, Long.MAX_VALUE);
    private static final int DOCUMENTS = 500;
    private static final String WIDE =
            "{ actions(first: 1000) { nodes { leads { leads(first: 1000) { nodes { leads { leads(first: 1000) { nodes {"
                    + " leads { leads(first: 1000) { nodes { title } } } } } } } } } } } }";

    static Stream<Arguments> tooLarge() {
        return Stream.of(
                Arguments.of(
                        "levels of fields",
                        "{ theme(id: \"x\") { broader { broader { broader { broader { broader { id } } } } } } }",
                        "The operation is 7 levels deep; at most 6 are allowed. Ask in parts."),
                Arguments.of(
                        "levels of fields through fragments",
                        "{ theme(id: \"x\") { ...A } } fragment A on Theme { broader { broader { ...B } } }"
                                + " fragment B on Theme { broader { broader { ... on Theme { broader { id } } } } }",
                        "The operation is 7 levels deep; at most 6 are allowed. Ask in parts."),
                Arguments.of(
                        "aliases",
                        "{ theme(id: \"x\") { " + repeated("a%s: code", 6) + " } }",
                        "The operation has 6 aliases; at most 5 are allowed. Ask in parts."),
                Arguments.of(
                        "aliases through fragments",
                        "{ theme(id: \"x\") { ...A broader { ...A } } } fragment A on Theme { a: code b: code c: code }",
                        "The operation has 6 aliases; at most 5 are allowed. Ask in parts."),
                Arguments.of(
                        "root fields",
                        "{ __typename themes { totalCount } events { totalCount } periods { totalCount } }",
                        "The operation has 4 root fields; at most 3 are allowed. Ask in parts."),
                Arguments.of(
                        "root fields behind a computed one",
                        "{ summary(period: \"2022\") { title } }",
                        "The operation has 6 root fields; at most 3 are allowed. Ask in parts."),
                Arguments.of(
                        "root fields through fragments",
                        "{ ...A ... on Query { ...A } } fragment A on Query { themes { totalCount } events { totalCount } }",
                        "The operation has 4 root fields; at most 3 are allowed. Ask in parts."),
                Arguments.of(
                        "fields through fragments that double again and again",
                        "{ theme(id: \"x\") { ...F0 } } " + doubling(4) + " fragment F4 on Theme { code }",
                        "The operation selects 4097 fields; at most 40 are allowed. Ask in parts."),
                Arguments.of(
                        "tokens",
                        "{ " + repeated("themes { totalCount }", 100) + " }",
                        "The document has more than 200 tokens. Ask in parts."));
    }

    @ParameterizedTest(name = "too many {0}")
    @MethodSource("tooLarge")
    void a_document_beyond_a_limit_is_refused(String what, String query, String message) {
        Told told =
                Told.by(TestGraph.shared().engine(LIMITS, TestGraph.PAGES).execute(TestGraph.request(query, Map.of())));

        assertThat(told).isEqualTo(new Told(List.of("TOO_COSTLY"), List.of(message), false));
    }

    @Test
    void of_valid_documents_that_somebody_curious_may_write_fewer_than_one_in_ten_is_refused() {
        DocumentCheck check =
                new DocumentCheck(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);
        KnownValues known = KnownValues.of(TestGraph.shared());

        long refused = LongStream.range(0, DOCUMENTS)
                .mapToObj(seed -> new RandomOperation(
                        TestGraph.CONTRACT.graphQlSchema(), known, RandomOperation.Size.CURIOUS, seed))
                .filter(each -> !check.problems(each.query(), each.variables()).isEmpty())
                .count();

        assertThat(refused).isLessThan(DOCUMENTS / 10);
    }

    @Test
    void a_list_of_ids_and_the_words_of_a_search_have_an_end() {
        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD, new PageLimits(2, 2));

        Told ids = Told.by(engine.execute(TestGraph.request("{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", Map.of())));
        Told words = Told.by(engine.execute(TestGraph.request(
                "query ($text: String!) { search(text: $text, first: 1) { totalCount } }",
                Map.of("text", repeated("mot%s", 101)))));

        assertThat(ids.messages()).containsExactly("At most 2 ids in one list; found 3.");
        assertThat(words.messages()).containsExactly("A search takes at most 100 different words; found 101.");
    }

    @Test
    void a_read_that_takes_too_long_is_ended() {
        GraphSettings hasty = GraphSettings.defaults().withReadTimeout(Duration.ofMillis(1));
        try (Graph graph = TestGraph.shared().connect(hasty)) {
            Told told = Told.by(engine(graph).execute(TestGraph.request(WIDE, Map.of())));

            assertThat(told.codes()).containsExactly("TIMEOUT");
            assertThat(told.messages())
                    .containsExactly("The graph took too long to answer: ask for less, or raise the timeout.");
        }
    }

    @Test
    void a_summary_alone_may_take_longer_than_other_reads() {
        String summary = "summary(period: \"2022\") { markdown }";
        GraphSettings hasty = GraphSettings.defaults().withReadTimeout(Duration.ofMillis(1));
        try (Graph graph = TestGraph.shared().connect(hasty)) {
            Told alone = Told.by(engine(graph).execute(TestGraph.request("{ " + summary + " }", Map.of())));
            Told beside = Told.by(
                    engine(graph).execute(TestGraph.request(WIDE.replaceFirst("\\{", "{ " + summary), Map.of())));

            assertThat(alone.codes()).isEmpty();
            assertThat(beside.codes()).containsExactly("TIMEOUT");
        }
    }

    @Test
    void a_graph_that_is_closed_is_unavailable_not_a_fault() {
        Graph graph = TestGraph.shared().connect(GraphSettings.defaults());
        graph.close();

        GraphQlResponse response = engine(graph).execute(TestGraph.request("{ themes { totalCount } }", Map.of()));

        assertThat(response.outcome()).isEqualTo(GraphQlResponse.Outcome.UNAVAILABLE);
        assertThat(Told.by(response))
                .isEqualTo(new Told(
                        List.of("UNAVAILABLE"),
                        List.of("The graph is closed: this server is stopping, ask again later."),
                        false));
    }

    private static GraphQlEngine engine(Graph graph) {
        return new JalonEngine(TestGraph.CONTRACT, graph, GENEROUS, TestGraph.PAGES, TestGraph.COMPUTED);
    }

    private static String repeated(String text, int times) {
        return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining(" "));
    }

    private static String doubling(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> "fragment F%s on Theme { %s}".formatted(i, ("...F" + (i + 1) + " ").repeat(8)))
                .collect(Collectors.joining(" "));
    }
}
