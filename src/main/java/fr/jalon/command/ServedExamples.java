package fr.jalon.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.summary.Summaries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The examples that a server has for its editor.
 *
 * @param offered those it answers
 * @param beyond the others, each with its name and the first reason why
 */
record ServedExamples(List<Example> offered, List<String> beyond) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OPERATION = Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)");

    /** Those that are within the limits of a server, which reads bodies of so many bytes. */
    static ServedExamples within(DocumentCheck limits, int bytes, List<Example> examples) {
        List<Example> offered = new ArrayList<>();
        List<String> beyond = new ArrayList<>();
        for (Example example : examples) {
            Optional<String> problem = problem(limits, bytes, example);
            problem.ifPresent(reason -> beyond.add("%s (%s)".formatted(example.name(), reason)));
            if (problem.isEmpty()) {
                offered.add(example);
            }
        }
        limits.problems(Summaries.query(), Map.of()).stream()
                .findFirst()
                .ifPresent(reason -> beyond.add("the summary (%s)".formatted(reason)));
        return new ServedExamples(List.copyOf(offered), List.copyOf(beyond));
    }

    /** A line that names those beyond, empty where there are none. */
    String notice() {
        return beyond.isEmpty()
                ? ""
                : beyond.stream()
                        .collect(Collectors.joining("; ", "Beyond the limits of this server: ", "%n".formatted()));
    }

    private static Optional<String> problem(DocumentCheck limits, int bytes, Example example) {
        return limits.problems(example.query(), example.variables()).stream()
                .findFirst()
                .or(() -> tooLarge(request(example), bytes));
    }

    /** As the editor sends it. */
    private static Map<String, Object> request(Example example) {
        Map<String, Object> request = new HashMap<>(Map.of("query", example.query(), "variables", example.variables()));
        Matcher operation = OPERATION.matcher(example.query());
        if (operation.find()) {
            request.put("operationName", operation.group(1));
        }
        return request;
    }

    /** Says so where a request has more bytes than that as JSON. */
    static Optional<String> tooLarge(Map<String, Object> request, int bytes) {
        try {
            int found = JSON.writeValueAsBytes(request).length;
            return found <= bytes
                    ? Optional.empty()
                    : Optional.of("Its request has %s bytes; --max-body allows %s".formatted(found, bytes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
