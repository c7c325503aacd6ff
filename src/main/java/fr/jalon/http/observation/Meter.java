package fr.jalon.http.observation;

import java.util.function.LongSupplier;

/**
 * A number that is counted elsewhere and told to Prometheus here.
 *
 * @param name in its way of writing, without {@code _total}
 * @param help one sentence
 * @param kind what may become of it
 * @param value the number now
 */
public record Meter(String name, String help, Kind kind, LongSupplier value) {

    /** What may become of a number. */
    public enum Kind {
        /** It only grows. */
        TOTAL,
        /** It grows and shrinks. */
        LEVEL
    }
}
