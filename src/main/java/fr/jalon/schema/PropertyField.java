package fr.jalon.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that is a property of the node.
 *
 * @param name name of the field and of the property
 * @param scalar name of the scalar or enumeration
 * @param values of the enumeration, in the order of the contract; of a scalar none
 * @param list whether it holds several values
 * @param nonNull whether the contract promises a value
 * @param search how full-text search covers it
 * @param indexed whether an index finds nodes by it
 * @param provenance where its values come from
 * @param varies whether its value changes in time, see {@link Variation}
 * @param constant the value every node of the type has, if there is one
 */
public record PropertyField(
        String name,
        String scalar,
        List<String> values,
        boolean list,
        boolean nonNull,
        Search search,
        boolean indexed,
        Provenance provenance,
        boolean varies,
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

    /** Where the values of a property come from. */
    public enum Provenance {
        /** From what seed files state. */
        SEED,
        /** From elsewhere, when a seed is loaded. */
        DERIVED,
        /** From what people report. */
        REPORTED
    }

    /** Whether seed files may hold it. */
    public boolean seeded() {
        return provenance == Provenance.SEED;
    }

    /** Whether it follows from elsewhere when a seed is loaded. */
    public boolean derived() {
        return provenance == Provenance.DERIVED;
    }

    /** Whether it is a text, or a list of texts, that has a folded copy beside it, see {@link Folding}. */
    public boolean folded() {
        return scalar.equals("String") || scalar.equals("Url");
    }

    /** Name of the property that is compared: of a text its folded copy. */
    public String compared() {
        return folded() ? Folding.foldedName(name) : name;
    }

    /** Whether it is a value of an enumeration, which has its rank beside it. */
    public boolean ranked() {
        return !values.isEmpty() && !list;
    }

    /** Name of the property that gives an order: of a value of an enumeration its rank. */
    public String ordered() {
        return ranked() ? name + "Rank" : compared();
    }

    /** At which place the contract lists a value of the enumeration, from 0. */
    public long rank(Object value) {
        return values.indexOf(value);
    }
}
