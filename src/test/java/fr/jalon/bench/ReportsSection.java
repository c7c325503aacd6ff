package fr.jalon.bench;

import fr.jalon.TestGraph;
import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Origin;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Author;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What reports cost: ordinary reads of two graphs in turn, of which one has 30 changes on each action, and how long a change
 * takes to be written.
 */
final class ReportsSection implements Section {

    private static final int CHANGES = 30;
    private static final int ROUNDS = 400;
    private static final Author AUTHOR = new Author("Secrétariat", "account/bench", null, "COMMAND");
    private static final List<String> STATES = List.of("NOT_STARTED", "IN_PROGRESS", "BLOCKED");

    private static final List<String> QUESTIONS = List.of(
            "{ actions(first: 50) { nodes { id title due { label } leads { name } about { label } } } }",
            "{ actions(first: 50, filter: { due: { within: \"S1 2022\" } }) { totalCount nodes { id roadmap { ministry { name } } } } }",
            "{ roadmaps { nodes { title actions(first: 20) { nodes { title due { label } indicators { label } } } } } }",
            "{ action(id: \"action/spm-a05\") { title due { label } concerns { name } citations { locator } mentions { raw } } }",
            "{ period(label: \"S1 2022\") { actions(first: 50) { nodes { title } } } }");

    @Override
    public void run(Graphs graphs) {
        Path folder = temporary();
        try (TestGraph plain = TestGraph.in(folder.resolve("plain"));
                TestGraph reported = TestGraph.in(folder.resolve("reported"))) {
            report(reported);
            for (String question : QUESTIONS) {
                ask(plain, question, ROUNDS / 4);
                ask(reported, question, ROUNDS / 4);
                List<Long> without = new ArrayList<>();
                List<Long> with = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    without.add(time(plain, question));
                    with.add(time(reported, question));
                }
                System.out.printf(
                        "  with / without reports %.3f (%s us, %s us) %s%n",
                        (double) median(with) / median(without), median(with) / 1000, median(without) / 1000, question);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("reports");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(TestGraph graph) {
        List<Long> times = new ArrayList<>();
        try (Graph writing = graph.connect(GraphSettings.defaults())) {
            for (String id : ids(graph)) {
                Subject about = new Subject(TestGraph.CONTRACT.type("Action"), id);
                for (int i = 0; i < CHANGES; i++) {
                    long start = System.nanoTime();
                    enter(writing, about, i);
                    times.add(System.nanoTime() - start);
                }
            }
        }
        List<Long> last = times.subList(times.size() / 2, times.size());
        System.out.printf("  %s changes, median of the second half %s us%n", times.size(), median(last) / 1000);
    }

    private static void enter(Graph graph, Subject about, int number) {
        LocalDate day = LocalDate.of(2022, 1, 1).plusDays(number * 7L % 180);
        String state = STATES.get(number % STATES.size());
        List<Effect> effects = List.of(new Effect(about, "progress", state), new Effect(about, "doneOn", null));
        Report report = new Report(
                about, "PROGRESS", day, "progress", null, state, null, effects, "Point d'étape.", List.of(), null);
        FactTransaction.write(
                graph,
                TestGraph.CONTRACT,
                Origin.REPORT,
                facts -> facts.report(report, AUTHOR, Clock.systemUTC().instant()));
    }

    private static List<String> ids(TestGraph graph) {
        List<String> ids = new ArrayList<>();
        graph.json("{ actions(first: 1000) { nodes { id } } }", Map.of())
                .at("/data/actions/nodes")
                .forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static void ask(TestGraph graph, String question, int times) {
        for (int i = 0; i < times; i++) {
            graph.answer(question, Map.of());
        }
    }

    private static long time(TestGraph graph, String question) {
        long start = System.nanoTime();
        graph.answer(question, Map.of());
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
