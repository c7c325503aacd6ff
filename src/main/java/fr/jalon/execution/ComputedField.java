package fr.jalon.execution;

import java.time.Duration;
import java.util.Map;

/**
 * A root field that is made from what a document of ours finds, rather than read as it stands.
 *
 * <p>The document is run in the transaction of the whole operation, so its statements are at most as many as its root
 * fields.
 */
public interface ComputedField {

    /** Name of the root field, which the contract marks as {@code @computed}. */
    String name();

    /**
     * One query with fragments. Its variables are the arguments of the field, by the same names, and, as truth values,
     * fields of the answer: whether the operation selects them, so that no more is read than it takes.
     */
    String document();

    /**
     * How long all reads of an operation may take that asks for computed fields alone, if longer than any others may.
     *
     * <p>Beside another field it is not granted, for that would have it, too.
     */
    default Duration patience() {
        return Duration.ZERO;
    }

    /**
     * Makes the answer; the operation selects from it what it asks for.
     *
     * @param arguments of the field, as JSON would give them
     * @param data of the answer to the document
     * @return the fields of the contract's type by name: maps, lists, texts, numbers, truth values
     */
    Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data);
}
