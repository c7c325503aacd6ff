package fr.jalon.execution;

import org.jspecify.annotations.Nullable;

/**
 * Which operation is asked for, and with which variables.
 *
 * @param document the text, whole
 * @param name which operation of the document; null where it holds one
 * @param variables as far as requests are to be told apart by them
 */
record OperationKey(String document, @Nullable String name, Object variables) {

    private static final int LONGEST_DOCUMENT = 16_000;
    private static final int LARGEST = 64_000;

    /** Roughly how many bytes it takes to keep. */
    int weight() {
        return Footprint.clamped((long) Footprint.of(document) + Footprint.of(variables));
    }

    /** Whether a question is short enough to be kept with its answer; few ask a longer one twice. */
    boolean isShort() {
        return document.length() <= LONGEST_DOCUMENT && weight() <= LARGEST;
    }
}
