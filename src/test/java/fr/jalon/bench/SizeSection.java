package fr.jalon.bench;

import fr.jalon.bench.Clients.Client;
import fr.jalon.bench.Stopwatch.Time;
import fr.jalon.bench.Stopwatch.Work;
import java.util.List;
import java.util.Optional;

/** One client: what a page costs on a large graph beside a small one, and what not sending it costs. */
final class SizeSection implements Section {

    @Override
    public void run(Graphs graphs) {
        try (Subject small = Subject.on(graphs.real(), Subject.NOTHING_KEPT);
                Subject large = Subject.on(graphs.large(), Subject.NOTHING_KEPT)) {
            for (String name : List.of("roadmap", "themes-in-semester", "no-match")) {
                Question question = Question.of(name);
                try (Client of107 = small.http(question);
                        Client of200000 = large.http(question)) {
                    compare(name + ": 200,000 / 107 actions", of200000, of107, "at most 2");
                }
            }
            Question page = Question.of("page");
            try (Client later = large.http(page.with("after", Walk.cursorAt(large, 7000)));
                    Client first = large.http(page)) {
                compare("page of 50: after 7,000 / first", later, first, "at most 1.5");
            }
            unchanged(large);
        }
    }

    private static void unchanged(Subject subject) {
        Question question = Question.of("all");
        Optional<String> tag = subject.answer(question).header("etag");
        if (tag.isEmpty()) {
            System.out.println("  an answer / its 304: answers have no ETag yet");
            return;
        }
        try (Client answer = subject.http(question);
                Client unchanged = subject.http(question, "If-None-Match: " + tag.get() + "\r\n")) {
            compare("an answer / its 304", answer, unchanged, "at least 10");
        }
    }

    private static void compare(String name, Client a, Client b, String target) {
        List<Time> times = Stopwatch.time(
                List.of(new Work("a", a::ask), new Work("b", b::ask)), WARM_UP, ROUND.multipliedBy(ROUNDS));
        double above = times.get(0).median();
        double below = times.get(1).median();
        System.out.printf(
                "  %-45s %10.3f ms / %10.3f ms = %8.2f (target %s)%n", name, above, below, above / below, target);
    }
}
