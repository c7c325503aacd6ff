package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;

/** A page at an address: what it asks of the graph, and what becomes of the answer. */
public interface Page {

    /** Its query. */
    GraphQlRequest request();

    /** Whether its query has one list at its root, which can be taken away as a table. */
    default boolean isList() {
        return false;
    }

    /**
     * Shows an answer without errors.
     *
     * @param data of the answer
     */
    Shown show(JsonNode data, Frame frame);

    /** What comes of an answer. */
    sealed interface Shown {

        /** HTML. */
        record Html(int status, String text) implements Shown {}

        /** Another page, which knows what to show in the place of what is not there. */
        record Instead(Page page) implements Shown {}
    }
}
