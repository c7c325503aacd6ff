package fr.jalon.bench;

import fr.jalon.bench.Clients.Load;

/** Sixteen clients: what the server delivers of what the driver alone does, on two cores that all of them share. */
final class ThroughputSection implements Section {

    @Override
    public void run(Graphs graphs) {
        try (Subject subject = Subject.on(graphs.real(), Subject.NOTHING_KEPT)) {
            on(subject, Question.of("one"));
            on(subject, Question.of("themes-in-semester"));
            on(subject, Question.of("all"));
        }
    }

    private static void on(Subject subject, Question question) {
        try (Clients http = new Clients(() -> subject.http(question));
                Clients driver = new Clients(() -> subject.driver(question))) {
            http.warmUp(WARM_UP);
            driver.warmUp(WARM_UP);
            for (int i = 0; i < ROUNDS; i++) {
                http.round(ROUND);
                driver.round(ROUND);
            }
            Load server = http.load();
            System.out.printf(
                    "  %-20s %8.0f requests/s, the driver alone %8.0f: %3.0f %% (target 60 %%);"
                            + " p99 %.1f ms / median %.1f ms = %.1f (target 5)%n",
                    question.name(),
                    server.rate(),
                    driver.load().rate(),
                    100 * server.rate() / driver.load().rate(),
                    server.p99(),
                    server.median(),
                    server.p99() / server.median());
        }
    }
}
