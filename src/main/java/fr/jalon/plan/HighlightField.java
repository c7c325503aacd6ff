package fr.jalon.plan;

import java.util.List;

/** One entry of the answer for a highlight. */
public sealed interface HighlightField {

    /** The alias, or else the name of the field. */
    String resultKey();

    /** The field's name, or the name of the type. */
    record Value(ConnectionField.Leaf leaf) implements HighlightField {
        @Override
        public String resultKey() {
            return leaf.resultKey();
        }
    }

    /** The pieces of the text. */
    record Parts(String resultKey, List<ConnectionField.Leaf> fields) implements HighlightField {}
}
