package fr.jalon.execution;

import graphql.language.Field;

/**
 * How large an operation, or a part of it, is with its fragments spread, measured or allowed; numbers never overflow,
 * though fragments that spread fragments double quickly.
 *
 * @param depth levels of fields; introspection has limits of its own
 * @param rootFields fields of the uppermost level alone
 */
public record DocumentSize(long depth, long fields, long aliases, long directives, long rootFields) {

    static final DocumentSize NONE = new DocumentSize(0, 0, 0, 0, 0);

    private static final long MANY = 1_000_000_000L;

    /** Both side by side. */
    DocumentSize plus(DocumentSize other) {
        return new DocumentSize(
                Math.max(depth, other.depth),
                Math.min(MANY, fields + other.fields),
                Math.min(MANY, aliases + other.aliases),
                Math.min(MANY, directives + other.directives),
                Math.min(MANY, rootFields + other.rootFields));
    }

    /** The same below a field, which counts for so many where it is a root field. */
    DocumentSize under(Field field, int cost) {
        return new DocumentSize(depth + 1, fields + 1, aliases + (field.getAlias() == null ? 0 : 1), directives, cost);
    }

    /** With so many directives more. */
    DocumentSize with(int more) {
        return new DocumentSize(depth, fields, aliases, Math.min(MANY, directives + more), rootFields);
    }
}
