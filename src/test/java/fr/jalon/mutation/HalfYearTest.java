package fr.jalon.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.access.Caller;
import fr.jalon.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** {@code mutation/half-year.yaml} on the project's own graph, with what was true and what was known on several days. */
class HalfYearTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAYLOAD =
            "change { id number kind field before after holdsOn author } userErrors { code path message current }";

    private static Map<String, Object> script;
    private static ReportingGraph graph;
    private static List<String> faults;

    @BeforeAll
    static void play(@TempDir Path folder) throws IOException {
        script = new Yaml()
                .load(Files.readString(Path.of("src/test/resources/mutation/half-year.yaml"))
                        .replaceAll("(?m)(holdsOn|day|asOf): (\\d{4}-\\d{2}-\\d{2})", "$1: \"$2\""));
        graph = new ReportingGraph(folder);
        Map<String, Object> persons = map(script.get("persons"));
        map(script.get("accounts"))
                .forEach((name, mandate) -> graph.tied(name, String.valueOf(mandate), (String) persons.get(name)));
        list(script.get("secretariat")).forEach(name -> graph.with(String.valueOf(name), Role.SECRETARIAT));
        faults = steps();
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static List<String> steps() {
        Map<String, String> saved = new HashMap<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (Object each : list(script.get("steps"))) {
            Map<String, Object> step = map(each);
            number++;
            graph.on(String.valueOf(step.get("day")));
            JsonNode answer = sent(step, saved);
            JsonNode change = answer.at("/data/" + step.get("send") + "/change");
            String fault = difference(step, answer, change, saved);
            if (!fault.isEmpty()) {
                faults.add("step %s, %s by %s on %s: %s"
                        .formatted(number, step.get("send"), step.get("by"), step.get("day"), fault));
            }
            if (step.get("save") != null) {
                saved.put((String) step.get("save"), change.path("id").asText());
            }
        }
        return faults;
    }

    private static JsonNode sent(Map<String, Object> step, Map<String, String> saved) {
        String name = (String) Objects.requireNonNull(step.get("send"));
        Map<String, Object> input = new HashMap<>(map(step.get("input")));
        input.replaceAll((key, value) -> value instanceof String text ? filled(text, saved) : value);
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Input";
        if (List.of("AcceptDeadlineInput", "RefuseDeadlineInput", "VerifyInput", "WithdrawInput")
                .contains(type)) {
            type = "AnswerInput";
        }
        Caller caller = ReportingGraph.caller((String) Objects.requireNonNull(step.get("by")));
        String document = "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, name, PAYLOAD);
        return graph.json(caller, document, Map.of("input", input));
    }

    private static String filled(String text, Map<String, String> saved) {
        return text.startsWith("${") ? saved.getOrDefault(text.substring(2, text.length() - 1), text) : text;
    }

    private static String difference(
            Map<String, Object> step, JsonNode answer, JsonNode change, Map<String, String> saved) {
        if (step.get("denied") != null) {
            return answer.at("/errors/0/extensions/code").asText().equals(step.get("denied")) ? "" : answer.toString();
        } else if (step.get("fault") != null) {
            Map<String, Object> fault = map(step.get("fault"));
            JsonNode error = answer.at("/data/" + step.get("send") + "/userErrors/0");
            boolean same = error.path("code").asText().equals(fault.get("code"))
                    && error.at("/path/1").asText().equals(fault.get("field"))
                    && change.isNull();
            return same ? "" : answer.toString();
        }
        for (Map.Entry<String, Object> expected : map(step.get("change")).entrySet()) {
            Object value = expected.getValue() instanceof String text ? filled(text, saved) : expected.getValue();
            if (!change.path(expected.getKey()).equals(JSON.valueToTree(value))) {
                return "%s is not %s in %s".formatted(expected.getKey(), value, answer);
            }
        }
        return "";
    }

    @Test
    void each_step_is_taken_or_refused_as_rights_and_what_stands_demand() {
        assertThat(faults).isEmpty();
    }

    @Test
    void what_was_true_and_what_was_known_is_right_on_every_day_asked() {
        List<String> wrong = new ArrayList<>();
        for (Object each : list(script.get("questions"))) {
            Map<String, Object> question = map(each);
            map(question.getOrDefault("progress", Map.of()))
                    .forEach((id, value) -> compare(question, id, "progress", value, wrong));
            map(question.getOrDefault("due", Map.of()))
                    .forEach((id, value) -> compare(question, id, "due", value, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(
            Map<String, Object> question, String id, String field, Object expected, List<String> wrong) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("id", id);
        variables.put("asOf", question.get("asOf"));
        variables.put("known", question.get("known"));
        JsonNode action = graph.json(
                        Caller.ANONYMOUS,
                        "query($id: ID!, $asOf: Date, $known: DateTime) {"
                                + " action(id: $id, asOf: $asOf, known: $known) { progress due { label } } }",
                        variables)
                .at("/data/action");
        JsonNode found = field.equals("due") ? action.at("/due/label") : action.path(field);
        if (!found.equals(JSON.valueToTree(expected))) {
            wrong.add("%s of %s: expected %s, found %s (%s)".formatted(field, id, expected, found, question));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
