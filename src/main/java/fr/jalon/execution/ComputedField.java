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
     * fields of the answer: whether the operation selects them, so that no more is read than it takes. A field of it that leads to
     * nodes which the answer holds says in which fields, by {@code @answers(fields: ["section.node"])}; its connections say how long
     * they may be.
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
     * <p>What the operation selects of nodes is in the data, too: each has it under keys with a colon beside those that the
     * document selects, and with it the node is given wherever the answer holds one.
     *
     * @param arguments of the field, as JSON would give them
     * @param data of the answer to the document
     * @return the fields of the contract's type by name: maps, lists, texts, numbers, truth values, or suppliers of them, which
     *     are asked for what is selected
     */
    Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data);
}
