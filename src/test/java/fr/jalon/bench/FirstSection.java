package fr.jalon.bench;

import fr.jalon.TestGraph;
import fr.jalon.execution.KnownValues;
import fr.jalon.execution.RandomOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** How long a document takes that a warm server has never seen, the second time it is asked, and once it was edited. */
final class FirstSection implements Section {

    private static final int DOCUMENTS = 160;
    private static final int WARMING_RANDOM = 200;
    private static final int RANDOM = 400;
    private static final long WARMING = 1;
    private static final long SEED = 2021;

    @Override
    public void run(Graphs graphs) {
        System.out.println("  ms                                       median        p90        p99        max");
        try (Subject subject = Subject.on(graphs.real(), Subject.NOTHING_KEPT)) {
            AnalystDocuments warming = new AnalystDocuments(WARMING);
            for (int i = 0; i < DOCUMENTS; i++) {
                subject.answer(warming.next());
            }
            measured(subject).forEach(FirstSection::print);
            random(subject);
        }
    }

    /** Valid documents that nobody would write, as large as somebody would. */
    private static void random(Subject subject) {
        KnownValues known = subject.known();
        LongStream.Builder times = LongStream.builder();
        int refused = 0;
        try (Connection connection = Connection.to(subject.server().address())) {
            for (int i = 0; i < WARMING_RANDOM + RANDOM; i++) {
                byte[] request = connection.post("/graphql", random(known, i).body());
                long start = System.nanoTime();
                Reply reply = connection.exchange(request);
                if (i >= WARMING_RANDOM && reply.failed()) {
                    refused++;
                } else if (i >= WARMING_RANDOM) {
                    times.add(System.nanoTime() - start);
                }
            }
        }
        print("first ask of random documents", times);
        System.out.printf("  refused for their size: %s of %s%n", refused, RANDOM);
    }

    private static Question random(KnownValues known, int number) {
        RandomOperation operation = new RandomOperation(
                TestGraph.CONTRACT.graphQlSchema(), known, RandomOperation.Size.CURIOUS, SEED + number);
        return new Question("random", operation.query(), operation.variables());
    }

    private static Map<String, LongStream.Builder> measured(Subject subject) {
        Map<String, LongStream.Builder> times = new LinkedHashMap<>();
        try (Connection connection = Connection.to(subject.server().address())) {
            for (AnalystDocuments.Edited each : documents()) {
                byte[] before = connection.post("/graphql", each.before().body());
                byte[] after = connection.post("/graphql", each.after().body());
                add(times, "first ask of analysts' documents", connection, before);
                add(times, "second ask", connection, before);
                add(times, "edit that adds a field", connection, after);
            }
        }
        return times;
    }

    private static List<AnalystDocuments.Edited> documents() {
        AnalystDocuments documents = new AnalystDocuments(SEED);
        List<AnalystDocuments.Edited> all = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            all.add(documents.edited());
        }
        return all;
    }

    private static void add(Map<String, LongStream.Builder> times, String name, Connection connection, byte[] request) {
        long start = System.nanoTime();
        Reply reply = connection.exchange(request);
        long took = System.nanoTime() - start;
        if (reply.failed()) {
            throw new IllegalStateException(reply.text());
        }
        times.computeIfAbsent(name, any -> LongStream.builder()).add(took);
    }

    private static void print(String name, LongStream.Builder nanos) {
        long[] sorted = nanos.build().toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "  %-36s %10.1f %10.1f %10.1f %10.1f%n",
                name,
                Stopwatch.at(sorted, 50),
                Stopwatch.at(sorted, 90),
                Stopwatch.at(sorted, 99),
                Stopwatch.at(sorted, 100));
    }
}
