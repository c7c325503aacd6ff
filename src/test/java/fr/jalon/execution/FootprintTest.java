package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.CacheRoom.Footprint;
import graphql.language.Document;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept takes no more of the heap than it is weighed. */
class FootprintTest {

    private static final int KEPT = 40;
    private static final int COLLECTIONS = 3;

    static Stream<Arguments> documents() {
        return Stream.of(
                document("fields of one letter", i -> "{ a%s { %s } }".formatted(i, "a ".repeat(3_000))),
                document("fields within fields", i -> "{ a%s { %s } }".formatted(i, "b {a} ".repeat(1_500))),
                document("numbers", i -> "{ a%s(x: [%s]) }".formatted(i, "1 ".repeat(3_000))),
                document("objects", i -> "{ a%s(x: [%s]) }".formatted(i, "{a:1} ".repeat(1_000))),
                document("directives", i -> "{ a%s { %s } }".formatted(i, "a @b(c: $d) ".repeat(500))),
                document("a long text", i -> "{ a%s(x: \"%s\") }".formatted(i, "é".repeat(100_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_parsed_document_takes_no_more_than_it_is_weighed(String name, IntFunction<String> text) {
        weighedEnough(
                i -> new Parser().parseDocument(text.apply(i)),
                document -> Footprint.of((Document) document, text.apply(0)));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                value("empty lists", i -> list(2_000, new ArrayList<>(2))),
                value("lists", i -> fresh(2_000, () -> new ArrayList<>(List.of(1, 2)))),
                value("objects", i -> fresh(2_000, () -> new java.util.LinkedHashMap<>(Map.of("a", i)))),
                value("numbers", i -> fresh(2_000, () -> new java.math.BigInteger("9".repeat(100)))),
                value("texts", i -> fresh(2_000, () -> "é" + i + new Object().hashCode())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void what_json_holds_takes_no_more_than_it_is_weighed(String name, IntFunction<Object> value) {
        weighedEnough(value, Footprint::of);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                key("a short one", i -> request("{ a%s }".formatted(i), null, Map.of())),
                key("a long document", i -> request("{ a%s }".formatted(i).repeat(500), "A" + i, Map.of())),
                key(
                        "many variables",
                        i -> request(
                                "{ a%s }".formatted(i), null, Map.of("a", fresh(100, () -> "b" + i + Math.random())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void the_key_of_an_answer_takes_no_more_than_it_is_weighed(String name, IntFunction<GraphQlRequest> request) {
        weighedEnough(
                i -> IntStream.range(0, 20)
                        .mapToObj(each -> AnswerKey.of(
                                new AnswerKey.Version.Exact("program" + each, "revision" + i),
                                request.apply(100 * i + each),
                                "text/" + each))
                        .toList(),
                keys -> ((List<?>) keys)
                        .stream().mapToInt(key -> ((AnswerKey) key).footprint()).sum());
    }

    @Test
    void what_is_selected_of_a_computed_field_takes_no_more_than_it_is_weighed() {
        weighedEnough(
                i -> selection(
                        "all" + i,
                        IntStream.range(0, 100)
                                .mapToObj(each -> selection("a" + i + "b" + each, List.of()))
                                .toList()),
                selection -> (int) ((ComputedSelection) selection).footprint());
    }

    private static ComputedSelection selection(String key, List<ComputedSelection> fields) {
        return new ComputedSelection(key, "name", "Type", true, fields, List.of(key));
    }

    private static void weighedEnough(IntFunction<?> made, java.util.function.ToIntFunction<Object> footprint) {
        List<Object> kept = new ArrayList<>(List.of(made.apply(0)));
        long before = used();
        for (int i = 1; i <= KEPT; i++) {
            kept.add(made.apply(i));
        }
        long each = (used() - before) / KEPT;

        assertThat((double) each).isLessThan(1.1 * footprint.applyAsInt(kept.get(0)) + 1_000);
        assertThat(kept).hasSize(KEPT + 1);
    }

    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static List<Object> list(int size, Object item) {
        return new ArrayList<>(Collections.nCopies(size, item));
    }

    private static List<Object> fresh(int size, java.util.function.Supplier<Object> item) {
        return new ArrayList<>(Stream.generate(item).limit(size).toList());
    }

    private static Arguments document(String name, IntFunction<String> text) {
        return Arguments.of(name, text);
    }

    private static Arguments key(String name, IntFunction<GraphQlRequest> request) {
        return Arguments.of(name, request);
    }

    private static GraphQlRequest request(String query, @Nullable String operation, Map<String, Object> variables) {
        return new GraphQlRequest(query, operation, variables, Map.of(), false);
    }

    private static Arguments value(String name, IntFunction<Object> value) {
        return Arguments.of(name, value);
    }
}
