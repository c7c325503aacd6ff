package fr.jalon.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Times several pieces of work round by round, so that whatever else the machine does meets all of them alike. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int ROUNDS_AT_LEAST = 5;

    private Stopwatch() {}

    /** Something to do over and over. */
    record Work(String name, Runnable run) {}

    /** How long a piece of work took, in milliseconds. */
    record Time(String name, double median, double p95) {

        private static Time of(String name, long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Time(name, at(sorted, 50), at(sorted, 95));
        }
    }

    /** The times of as many rounds as fit, after those that only warm up. */
    static List<Time> time(List<Work> works, Duration warmUp, Duration time) {
        rounds(works, warmUp);
        List<LongStream.Builder> nanos = rounds(works, time);
        return IntStream.range(0, works.size())
                .mapToObj(i -> Time.of(works.get(i).name(), nanos.get(i).build().toArray()))
                .toList();
    }

    private static List<LongStream.Builder> rounds(List<Work> works, Duration time) {
        List<LongStream.Builder> nanos =
                works.stream().map(work -> LongStream.builder()).toList();
        long end = System.nanoTime() + time.toNanos();
        for (int round = 0; round < ROUNDS_AT_LEAST || System.nanoTime() < end; round++) {
            for (int i = 0; i < works.size(); i++) {
                // Each goes first in turn: what comes before leaves the caches and the garbage.
                int turn = (round + i) % works.size();
                long start = System.nanoTime();
                works.get(turn).run().run();
                nanos.get(turn).add(System.nanoTime() - start);
            }
        }
        return nanos;
    }

    /** The value below which a percentage of sorted values lies; nanoseconds in, milliseconds out. */
    static double at(long[] sorted, int percent) {
        return sorted[(sorted.length - 1) * percent / 100] / NANOS_PER_MILLI;
    }
}
