package fr.jalon.execution;

import java.util.Map;

/**
 * A root field that is made from what a document of ours finds, rather than read as it stands.
 *
 * <p>The document is run in the transaction of the whole operation, so its statements are as many as its root fields.
 */
public interface ComputedField {

    /** Name of the root field, which the contract marks as {@code @computed}. */
    String name();

    /** One query, whose variables are the arguments of the field, by the same names. */
    String document();

    /**
     * Makes the answer; the operation selects from it what it asks for.
     *
     * @param arguments of the field, as JSON would give them
     * @param data of the answer to the document
     * @return the fields of the contract's type by name: maps, lists, texts, numbers, truth values
     */
    Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data);
}
