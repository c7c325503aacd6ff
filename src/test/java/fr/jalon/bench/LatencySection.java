package fr.jalon.bench;

import fr.jalon.bench.Clients.Client;
import fr.jalon.bench.Stopwatch.Time;
import fr.jalon.bench.Stopwatch.Work;
import java.nio.file.Path;
import java.util.List;

/**
 * One client: a request over HTTP beside the sum of its necessary parts, the same Cypher by the driver alone and an
 * answer of the same bytes by the same HTTP server.
 */
final class LatencySection implements Section {

    private static final double TARGET_OF_20_ROWS = 1.25;
    private static final double TARGET_OF_1000_ROWS = 1.3;

    @Override
    public void run(Graphs graphs) {
        Question all = Question.of("all");
        System.out.println("                                                      median ms     p95 ms");
        on(graphs.real(), all.with("first", 20).called("107 actions, first 20, 3 levels"), TARGET_OF_20_ROWS);
        on(
                graphs.medium(),
                Question.of("themes-in-semester").called("20,009 actions, themes in a semester, 20 rows, 3 levels"),
                TARGET_OF_20_ROWS);
        on(
                graphs.medium(),
                all.with("first", 1000).called("20,009 actions, first 1,000, 3 levels"),
                TARGET_OF_1000_ROWS);
    }

    private static void on(Path folder, Question question, double target) {
        try (Subject subject = Subject.on(folder, Subject.NOTHING_KEPT)) {
            byte[] answer = subject.answer(question).body();
            System.out.printf("%s (%,d bytes)%n", question.name(), answer.length);
            try (Client http = subject.http(question);
                    Client driver = subject.driver(question);
                    BareServer bareServer = BareServer.answering(answer);
                    Client bare = bareServer.client(question)) {
                List<Time> times = Stopwatch.time(
                        List.of(
                                new Work("a GraphQL over HTTP", http::ask),
                                new Work("b the same Cypher by the driver alone", driver::ask),
                                new Work("c the same bytes over HTTP", bare::ask)),
                        WARM_UP.multipliedBy(2),
                        ROUND.multipliedBy(ROUNDS));
                times.forEach(
                        time -> System.out.printf("  %-50s %10.3f %10.3f%n", time.name(), time.median(), time.p95()));
                System.out.printf(
                        "  a / (b + c) = %.2f at the median (target %.2f)%n",
                        times.get(0).median()
                                / (times.get(1).median() + times.get(2).median()),
                        target);
            }
        }
    }
}
