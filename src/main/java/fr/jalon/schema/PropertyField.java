package fr.jalon.schema;

import org.jspecify.annotations.Nullable;

/**
 * A field that is a property of the node.
 *
 * @param name name of the field and of the property
 * @param scalar name of the scalar or enumeration
 * @param list whether it holds several values
 * @param nonNull whether the contract promises a value
 * @param search how full-text search covers it
 * @param indexed whether an index finds nodes by it
 * @param constant the value every node of the type has, if there is one
 */
public record PropertyField(
        String name,
        String scalar,
        boolean list,
        boolean nonNull,
        Search search,
        boolean indexed,
        @Nullable String constant)
        implements GraphField {

    /** How full-text search covers a property. */
    public enum Search {
        /** Not at all. */
        NONE,
        /** As what names the node. */
        NAME,
        /** As what is said of it, which weighs less. */
        DETAIL
    }

    /** Whether it is a text, or a list of texts, that has a folded copy beside it, see {@link Folding}. */
    public boolean folded() {
        return scalar.equals("String") || scalar.equals("Url");
    }

    /** Name of the property that is compared: of a text its folded copy. */
    public String compared() {
        return folded() ? Folding.foldedName(name) : name;
    }
}
