package fr.jalon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Sixteen clients, each with a connection and a thread of its own, that ask again as soon as they are answered. */
final class Clients implements AutoCloseable {

    private static final int COUNT = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final List<Client> clients = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private final List<long[]> times = new ArrayList<>();
    private final ServerProcess server;
    private Duration cpu = Duration.ZERO;

    /** One who asks. */
    interface Client extends AutoCloseable {
        void ask();

        @Override
        void close();
    }

    /**
     * What was measured.
     *
     * @param rate answers a second, the median of the rounds
     * @param median milliseconds from question to answer
     * @param p99 milliseconds
     * @param cpu milliseconds of one core that the server took for an answer, which others on the machine change little
     */
    record Load(double rate, double median, double p99, double cpu) {

        /** Answers a second, the 99th percentile and the CPU time. */
        String text() {
            return String.format(Locale.ROOT, "%.0f [%.1f] %.2f", rate, p99, cpu);
        }
    }

    /** Makes all of them; the server is the one that in the end answers them. */
    Clients(ServerProcess server, Supplier<Client> maker) {
        this.server = server;
        for (int i = 0; i < COUNT; i++) {
            clients.add(maker.get());
        }
    }

    /** Lets all of them ask for a while, without measuring. */
    void warmUp(Duration time) {
        run(time);
    }

    /** Lets all of them ask for a while, and measures. */
    void round(Duration time) {
        Duration before = server.cpu();
        long start = System.nanoTime();
        long[] nanos = run(time);
        cpu = cpu.plus(server.cpu().minus(before));
        rates.add(nanos.length * 1e9 / (System.nanoTime() - start));
        times.add(nanos);
    }

    /** What all rounds measured. */
    Load load() {
        double[] sorted =
                rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        long[] nanos = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Load(
                sorted[sorted.length / 2],
                Stopwatch.at(nanos, 50),
                Stopwatch.at(nanos, 99),
                (double) cpu.toMillis() / nanos.length);
    }

    private long[] run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<long[]>> all = clients.stream()
                .<Callable<long[]>>map(each -> () -> ask(each, end))
                .toList();
        try {
            List<long[]> nanos = new ArrayList<>();
            for (Future<long[]> each : threads.invokeAll(all)) {
                nanos.add(each.get());
            }
            return nanos.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] ask(Client client, long end) {
        LongStream.Builder nanos = LongStream.builder();
        for (long start = System.nanoTime(); start < end; ) {
            client.ask();
            long answered = System.nanoTime();
            nanos.add(answered - start);
            start = answered;
        }
        return nanos.build().toArray();
    }

    @Override
    public void close() {
        threads.shutdown();
        clients.forEach(Client::close);
    }
}
