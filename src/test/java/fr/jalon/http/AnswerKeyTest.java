package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.AnswerKey;
import fr.jalon.execution.AnswerKey.Question;
import fr.jalon.execution.AnswerKey.Times;
import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.http.Answers.EntityTag;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What tells answers apart does so for clients that hold one and for the server that keeps one. */
class AnswerKeyTest {

    private static final GraphQlRequest REQUEST =
            new GraphQlRequest("query Greet { greet }", "Greet", Map.of("name", "toi"), Map.of(), false);

    private static final AnswerKey KEY =
            new AnswerKey(new Version.Exact("program", "7"), question(REQUEST), Map.of(), "text/html");

    private final TinyGraph graph = new TinyGraph();
    private final KeptAnswers engine = new KeptAnswers(graph, 1 << 20);

    /** The key with one component changed, for each in it and in the records that it consists of. */
    static List<AnswerKey> others() {
        return others(KEY).map(AnswerKey.class::cast).toList();
    }

    @ParameterizedTest
    @MethodSource("others")
    void an_answer_of_another_key_is_neither_confirmed_nor_given(AnswerKey other) {
        engine.execute(REQUEST, KEY);
        engine.execute(REQUEST, KEY);
        assertThat(graph.executed).hasValue(1);

        engine.execute(REQUEST, other);

        assertThat(graph.executed).hasValue(2);
        assertThat(EntityTag.of(other)).isNotEqualTo(EntityTag.of(KEY));
    }

    @Test
    void every_component_is_changed_but_those_that_have_one_value_so_far() {
        assertThat(Times.values()).hasSize(1);
        assertThat(others()).isNotEmpty().doesNotContain(KEY).doesNotHaveDuplicates();
    }

    @Test
    void equal_questions_have_one_answer_in_whatever_order_variables_are_written() {
        Map<String, Object> forth = new LinkedHashMap<>();
        forth.put("a", 1);
        forth.put("b", List.of(Map.of("c", true)));
        Map<String, Object> back = new LinkedHashMap<>();
        back.put("b", List.of(Map.of("c", true)));
        back.put("a", 1);

        assertThat(EntityTag.of(asked(back, Map.of()))).isEqualTo(EntityTag.of(asked(forth, Map.of())));
        assertThat(asked(back, Map.of())).isEqualTo(asked(forth, Map.of()));
    }

    @Test
    void an_answer_of_a_version_that_is_not_told_is_neither_confirmed_nor_kept() {
        AnswerKey key = AnswerKey.of(Version.NOT_TOLD, REQUEST, AnswerKey.JSON);
        engine.execute(REQUEST, key);
        engine.execute(REQUEST, key);

        assertThat(graph.executed).hasValue(2);
        assertThat(engine.kept(key)).isEmpty();
        assertThat(EntityTag.of(key)).isEmpty();
    }

    @Test
    void extras_are_told_anew_but_what_concerns_others_changes_nothing() {
        Map<String, Object> none = Map.of();

        assertThat(asked(none, Map.of("cost", true)).isRepeatable()).isFalse();
        assertThat(asked(none, Map.of("cost", false, "tracing", 1))).isEqualTo(asked(none, none));
    }

    private static AnswerKey asked(Map<String, Object> variables, Map<String, Object> extensions) {
        return AnswerKey.of(
                new Version.Exact("program", "7"),
                new GraphQlRequest("{ greet }", null, variables, extensions, false),
                AnswerKey.JSON);
    }

    private static Question question(GraphQlRequest request) {
        return AnswerKey.of(Version.NOT_TOLD, request, "").question();
    }

    private static Stream<Object> others(Object value) {
        if (value instanceof Record whole) {
            RecordComponent[] components = whole.getClass().getRecordComponents();
            return Stream.iterate(0, i -> i < components.length, i -> i + 1)
                    .flatMap(i -> others(part(whole, components[i])).map(other -> with(whole, i, other)));
        } else if (value instanceof String text) {
            return Stream.of(text + "'");
        } else if (value instanceof Boolean truth) {
            return Stream.of(!truth);
        } else if (value instanceof Map<?, ?> map) {
            // An answer with extras is never kept, whatever they are.
            return map.isEmpty() ? Stream.of() : Stream.of(Map.of("name", "vous"));
        }
        return Stream.<Object>of((Object[]) value.getClass().getEnumConstants()).filter(each -> !each.equals(value));
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object with(Record whole, int place, Object other) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        List<Object> parts = new ArrayList<>(
                Arrays.stream(components).map(each -> part(whole, each)).toList());
        parts.set(place, other);
        try {
            return whole.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(parts.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
