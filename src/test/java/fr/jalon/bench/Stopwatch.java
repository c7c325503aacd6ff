package fr.jalon.bench;

import java.util.Arrays;
import java.util.List;

/** Times several pieces of work round by round, so that whatever else the machine does meets all of them alike. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

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

        private static double at(long[] sorted, int percent) {
            return sorted[(sorted.length - 1) * percent / 100] / NANOS_PER_MILLI;
        }
    }

    /** The times of the rounds after those that only warm up. */
    static List<Time> time(List<Work> works, int warmUp, int rounds) {
        long[][] nanos = new long[works.size()][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < works.size(); i++) {
                // Each goes first in turn: what comes before leaves the caches and the garbage.
                int turn = Math.floorMod(round + i, works.size());
                long start = System.nanoTime();
                works.get(turn).run().run();
                long taken = System.nanoTime() - start;
                if (round >= 0) {
                    nanos[turn][round] = taken;
                }
            }
        }
        return java.util.stream.IntStream.range(0, works.size())
                .mapToObj(i -> Time.of(works.get(i).name(), nanos[i]))
                .toList();
    }
}
