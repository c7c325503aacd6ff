package fr.jalon.bench;

import fr.jalon.bench.Clients.Load;
import java.util.List;

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
        try (BareServer bareServer =
                        BareServer.answering(subject.answer(question).body());
                Clients http = new Clients(subject.server(), () -> subject.http(question));
                Clients driver = new Clients(subject.server(), () -> subject.driver(question));
                Clients bare = new Clients(subject.server(), () -> bareServer.client(question))) {
            List<Clients> all = List.of(http, driver, bare);
            // What answers in a fraction of a millisecond is compiled in the end only after many thousands of answers.
            for (int i = 0; i < ROUNDS; i++) {
                all.forEach(each -> each.warmUp(WARM_UP));
            }
            for (int i = 0; i < ROUNDS; i++) {
                all.forEach(each -> each.round(ROUND));
            }
            print(question.name(), http.load(), driver.load(), bare.load());
        }
    }

    private static void print(String name, Load server, Load driver, Load bare) {
        System.out.printf(
                "  %-20s %6.0f requests/s, the driver alone %6.0f: %3.0f %% (target 60 %%)%n",
                name, server.rate(), driver.rate(), 100 * server.rate() / driver.rate());
        System.out.printf(
                "  %-20s p99 %.1f ms / median %.1f ms = %.1f (target 5); %.2f ms of a core each, for the driver %.2f%n",
                "", server.p99(), server.median(), server.p99() / server.median(), server.cpu(), driver.cpu());
        System.out.printf(
                "  %-20s the same bytes by the web server's library alone: %.0f requests/s, p99 %.1f ms / median %.1f ms = %.1f%n",
                "", bare.rate(), bare.p99(), bare.median(), bare.p99() / bare.median());
    }
}
