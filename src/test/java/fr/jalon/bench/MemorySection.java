package fr.jalon.bench;

import fr.jalon.bench.Clients.Client;

/** What a server of 512 MiB of heap keeps in use, and that it lives through the largest question it takes. */
final class MemorySection implements Section {

    private static final int REQUESTS = 1000;
    private static final int START = 200;

    @Override
    public void run(Graphs graphs) {
        try (Subject subject = Subject.on(graphs.real())) {
            Heap heap = new Heap(subject.server().id());
            Question question = Question.of("themes-in-semester");
            ask(subject, question, REQUESTS);
            double before = heap.used();
            ask(subject, question, REQUESTS);
            System.out.printf(
                    "  heap in use after a collection: %.1f MiB, after %,d more requests: %.1f MiB%n",
                    before, REQUESTS, heap.used());
        }
        try (Subject subject = Subject.on(graphs.large(), Subject.NOTHING_KEPT)) {
            limits(subject, new Heap(subject.server().id()));
        }
    }

    private static void limits(Subject subject, Heap heap) {
        ask(subject, Question.of("themes-in-semester"), START);
        double before = heap.used();
        long start = System.nanoTime();
        Reply reply = subject.reply(Question.of("limits"));
        System.out.printf(
                "  a question at every limit, 200,000 actions: %s in %.1f s, %,d bytes%n",
                reply.failed() ? error(reply.text()) : "answered",
                (System.nanoTime() - start) / 1e9,
                reply.body().length);
        subject.answer(Question.of("themes-in-semester"));
        System.out.printf(
                "  heap in use before %.1f MiB, after %.1f MiB, of 512; the server still answers%n",
                before, heap.used());
    }

    private static String error(String text) {
        int from = text.indexOf("\"errors\"");
        return text.substring(from, Math.min(text.length(), from + 300));
    }

    private static void ask(Subject subject, Question question, int times) {
        try (Client client = subject.http(question)) {
            for (int i = 0; i < times; i++) {
                client.ask();
            }
        }
    }
}
