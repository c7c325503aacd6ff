package fr.jalon.bench;

import java.time.Duration;

/** A part of the benchmark, which prints what it measures. */
interface Section {

    /** How long one measuring round takes. */
    Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 2));

    /** How long the virtual machines get to compile what a question needs. */
    Duration WARM_UP = ROUND.multipliedBy(3);

    /** Rounds of things that are measured in turns. */
    int ROUNDS = 3;

    /** Measures on some of the graphs. */
    void run(Graphs graphs);
}
