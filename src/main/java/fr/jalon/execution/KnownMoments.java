package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.MomentStatements;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Root;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a graph can be asked of moments, and refuses others; safe for use by many threads. */
final class KnownMoments {

    private final Graph graph;
    private volatile @Nullable FirstDay latest;

    KnownMoments(Graph graph) {
        this.graph = graph;
    }

    private record FirstDay(String version, @Nullable LocalDate day) {}

    /** The statements of a root field for what was known at its moment; fails with {@link Refused}. */
    ReadStatements statements(Root.Read read, Transaction transaction) {
        LocalDate asOf = read.moment().asOf();
        if (asOf != null) {
            requireDay(asOf, read, transaction);
        }
        OffsetDateTime known = read.moment().known();
        return known == null ? read.statements() : read.statements().known(number(known, read, transaction));
    }

    private void requireDay(LocalDate asOf, Root.Read read, Transaction transaction) {
        LocalDate first = firstDay(transaction);
        if (first != null && asOf.isBefore(first)) {
            throw refused("The graph tells of %s and later; found %s as asOf.".formatted(first, asOf), read);
        }
    }

    private @Nullable LocalDate firstDay(Transaction transaction) {
        String version = graph.version();
        FirstDay found = latest;
        if (found == null || !found.version().equals(version)) {
            found = new FirstDay(version, (LocalDate) only(MomentStatements.firstDay(), transaction));
            latest = found;
        }
        return found.day();
    }

    private static long number(OffsetDateTime known, Root.Read read, Transaction transaction) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        if (known.isAfter(now)) {
            String message = "What will be known is not known yet: it is %s; found %s as known.";
            throw refused(message.formatted(now.truncatedTo(ChronoUnit.SECONDS), known), read);
        }
        Object number = only(MomentStatements.lastChange(known), transaction);
        if (number == null) {
            Object first = only(MomentStatements.firstChange(), transaction);
            throw refused(
                    first == null
                            ? "Nothing has been reported yet, so nothing was known otherwise; leave out known."
                            : "The first change was entered at %s; found %s as known.".formatted(first, known),
                    read);
        }
        return (Long) number;
    }

    private static @Nullable Object only(CypherStatement statement, Transaction transaction) {
        List<@Nullable Object[]> rows = transaction.run(statement);
        return rows.isEmpty() ? null : rows.get(0)[0];
    }

    private static Refused refused(String message, Root.Read read) {
        return new Refused(Failure.at(ErrorCode.BAD_REQUEST, message, List.of(read.resultKey())));
    }
}
