package fr.jalon.plan;

import java.util.List;

/** One entry of the answer for a group of counted nodes. */
public sealed interface CountField {

    /** The alias, or else the name of the field. */
    String resultKey();

    /** The count itself, or the name of the type. */
    record Value(ConnectionField.Leaf leaf) implements CountField {
        @Override
        public String resultKey() {
            return leaf.resultKey();
        }
    }

    /** What the nodes of the group share, one key a dimension. */
    record Keys(String resultKey, List<ConnectionField.Leaf> fields) implements CountField {}
}
