package fr.jalon.bench;

import fr.jalon.bench.Clients.Load;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sixteen clients: requests a second, the 99th percentile in ms, and the server's CPU time for each in ms, of the
 * questions that peers were asked too.
 */
final class PeersSection implements Section {

    private static final String NOTHING_KEPT = "nothing kept";
    private static final String KEPT = "kept";
    private static final String DRIVER = "driver";

    @Override
    public void run(Graphs graphs) {
        System.out.printf("  %-44s %22s %22s %22s%n", "requests/s [p99 ms] CPU ms", NOTHING_KEPT, KEPT, DRIVER);
        Map<String, Question> real = new LinkedHashMap<>();
        real.put("107 actions: one by id, 3 levels", Question.of("one"));
        real.put("themes within a semester, 20 rows, 3 levels", Question.of("themes-in-semester"));
        real.put("all 107, 3 levels", Question.of("all"));
        real.put("counts ministry x semester", Question.of("counts"));
        real.put("title contains", Question.of("title"));
        compare(graphs.real(), real);
        Map<String, Question> medium = new LinkedHashMap<>();
        medium.put("20,009: themes within a semester, 20 rows", Question.of("themes-in-semester"));
        medium.put("all, first 107", Question.of("all"));
        medium.put("counts ministry x semester", Question.of("counts"));
        medium.put("page of 50 at 7,000", Question.of("page"));
        compare(graphs.medium(), medium);
    }

    private static void compare(Path folder, Map<String, Question> questions) {
        Map<String, Map<String, Load>> loads = new LinkedHashMap<>();
        try (Subject subject = Subject.on(folder, Subject.NOTHING_KEPT)) {
            questions.replaceAll((name, question) ->
                    question.name().equals("page") ? question.with("after", Walk.cursorAt(subject, 7000)) : question);
            questions.forEach((name, question) -> loads.put(name, measured(subject, question, NOTHING_KEPT, DRIVER)));
        }
        try (Subject subject = Subject.on(folder)) {
            questions.forEach(
                    (name, question) -> loads.getOrDefault(name, Map.of()).putAll(measured(subject, question, KEPT)));
        }
        loads.forEach((name, byWay) -> {
            System.out.printf("  %-44s", name);
            List.of(NOTHING_KEPT, KEPT, DRIVER).forEach(way -> print(byWay.get(way)));
            System.out.println();
        });
    }

    private static Map<String, Load> measured(Subject subject, Question question, String... ways) {
        Map<String, Load> loads = new LinkedHashMap<>();
        if (!question.isServed()) {
            return loads;
        }
        subject.answer(question);
        Map<String, Clients> clients = new LinkedHashMap<>();
        for (String way : ways) {
            clients.put(
                    way,
                    new Clients(
                            subject.server(),
                            () -> way.equals(DRIVER) ? subject.driver(question) : subject.http(question)));
        }
        clients.values().forEach(each -> each.warmUp(WARM_UP));
        for (int i = 0; i < ROUNDS; i++) {
            clients.values().forEach(each -> each.round(ROUND));
        }
        clients.forEach((way, each) -> {
            loads.put(way, each.load());
            each.close();
        });
        return loads;
    }

    private static void print(@Nullable Load load) {
        System.out.printf(" %22s", load == null ? "not in the contract" : load.text());
    }
}
