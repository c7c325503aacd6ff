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

    /** Roughly how many bytes it takes to keep. */
    int weight() {
        return 2 * document.length() + 2 * variables.toString().length();
    }
}
