package fr.jalon.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sixteen clients on 20,009 actions, nothing kept, whose variables change with each request: requests a second and the
 * server's CPU time for each, beside the driver's with the same statements and values.
 */
final class VariedSection implements Section {

    private static final List<String> WORDS = List.of(
            "donn",
            "code",
            "api",
            "sources",
            "ouver",
            "usag",
            "algorithm",
            "catalogue",
            "publi",
            "qualit",
            "form",
            "agent");
    private static final List<String> THEMES =
            List.of("api", "open-data", "algorithms", "source-code", "training", "quality", "reuse", "commons");
    private static final List<String> PERIODS =
            List.of("S1 2021", "S2 2021", "S1 2022", "S2 2022", "T1 2022", "T2 2022", "S1 2023", "2022");

    @Override
    public void run(Graphs graphs) {
        Map<String, List<Question>> lines = new LinkedHashMap<>();
        lines.put("title contains", words());
        lines.put("themes within a semester", themes());
        lines.put("counts ministry x semester", List.of(Question.of("counts")));
        System.out.printf("  %-30s %22s %22s%n", "requests/s [p99 ms] CPU ms", "server", "driver");
        try (Subject subject = Subject.on(graphs.medium(), Subject.NOTHING_KEPT)) {
            lines.forEach((name, questions) -> measure(subject, name, questions));
        }
    }

    private static List<Question> words() {
        Question title = Question.of("title");
        return WORDS.stream().map(word -> title.with("words", word)).toList();
    }

    private static List<Question> themes() {
        Question question = Question.of("themes-in-semester");
        List<Question> all = new ArrayList<>();
        for (String theme : THEMES) {
            for (String period : PERIODS) {
                all.add(question.with("themes", List.of(theme)).with("period", period));
            }
        }
        return all;
    }

    private static void measure(Subject subject, String name, List<Question> questions) {
        questions.forEach(subject::answer);
        try (Clients server = new Clients(subject.server(), () -> subject.http(questions));
                Clients driver = new Clients(subject.server(), () -> subject.driver(questions))) {
            List.of(server, driver).forEach(each -> each.warmUp(WARM_UP));
            for (int i = 0; i < ROUNDS; i++) {
                server.round(ROUND);
                driver.round(ROUND);
            }
            System.out.printf(
                    "  %-30s %22s %22s%n",
                    name, server.load().text(), driver.load().text());
        }
    }
}
