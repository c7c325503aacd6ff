package fr.jalon.command;

import fr.jalon.execution.DocumentCheck;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.summary.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the server offers by itself, as far as its settings let it answer that.
 *
 * @param examples what its editor offers
 * @param beyond what it would refuse, each with the reason
 */
record OwnDocuments(List<Example> examples, List<String> beyond) {

    /** Those of all that could be answered. */
    static OwnDocuments within(DocumentCheck check, List<Example> all) {
        List<String> beyond = new ArrayList<>();
        List<Example> answered = all.stream()
                .filter(each -> isWithin(check, each.name(), each.query(), each.variables(), beyond))
                .toList();
        isWithin(check, "the summary", Summaries.query(), Map.of(), beyond);
        return new OwnDocuments(answered, List.copyOf(beyond));
    }

    /** One line, empty where nothing is beyond. */
    String told() {
        return beyond.isEmpty()
                ? ""
                : beyond.stream()
                        .collect(Collectors.joining("; ", "Beyond the limits of this server: ", "%n".formatted()));
    }

    private static boolean isWithin(
            DocumentCheck check, String name, String document, Map<String, Object> variables, List<String> beyond) {
        List<String> problems = check.problems(document, variables);
        problems.stream().findFirst().ifPresent(first -> beyond.add("%s (%s)".formatted(name, first)));
        return problems.isEmpty();
    }
}
