package fr.jalon.neo4j;

import java.util.stream.Collectors;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Asks a graph for its version: the bookmark after a read, which names the last commit.
 *
 * <p>The session is one for writing: a cluster's leader, to which it leads, is the first to know a commit.
 */
final class VersionProbe {

    private static final String STATEMENT = "RETURN 1";

    private VersionProbe() {}

    static String ask(Session session) {
        try {
            session.run(STATEMENT).consume();
        } catch (Neo4jException failure) {
            if (!DriverFailures.isPassing(failure)) {
                throw failure;
            }
            // One statement by itself costs half of a transaction, but only the latter is tried again.
            session.executeWrite(transaction -> transaction.run(STATEMENT).consume());
        }
        return session.lastBookmarks().stream().map(Bookmark::value).sorted().collect(Collectors.joining(" "));
    }
}
