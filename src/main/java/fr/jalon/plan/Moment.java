package fr.jalon.plan;

import fr.jalon.schema.Variations;
import graphql.normalized.ExecutableNormalizedField;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a root field asks of: what held at the end of a day, by what was known at a time.
 *
 * @param variations what differs from one moment to another
 * @param asOf the day, in Europe/Paris; null for now
 * @param known the time; null for now
 */
public record Moment(
        Variations variations,
        @Nullable LocalDate asOf,
        @Nullable OffsetDateTime known) {

    static final String AS_OF = "asOf";
    static final String KNOWN = "known";

    /** Names of the arguments that choose a moment, rather than what is read. */
    static final Set<String> ARGUMENTS = Set.of(AS_OF, KNOWN);

    static Moment of(ExecutableNormalizedField root, Variations variations) {
        Arguments arguments = Arguments.of(root);
        return new Moment(variations, (LocalDate) arguments.get(AS_OF), (OffsetDateTime) arguments.get(KNOWN));
    }

    /** Whether it is now, by all that is known. */
    public boolean isNow() {
        return asOf == null && known == null;
    }

    /** A list's choice of nodes at this moment, which tells its cursors apart from those of the list at others. */
    Object choice(@Nullable Object choice) {
        return Arrays.asList(choice, asOf, known);
    }
}
