package fr.jalon.http;

import java.util.Map;

/**
 * A document that the operator lets clients ask by name.
 *
 * @param name of its file, without the ending
 * @param text the file, whole
 * @param variables values to show it with, from the file beside it
 */
public record TrustedDocument(String name, String text, Map<String, Object> variables) {

    /** What the editor offers of it; the text stays as it is, since its hash counts. */
    Example example() {
        return new Example(name, name, text, variables);
    }
}
