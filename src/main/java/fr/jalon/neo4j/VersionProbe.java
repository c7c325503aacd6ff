package fr.jalon.neo4j;

import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Asks a graph for its version: the bookmark after a read, which names the last commit.
 *
 * <p>The session is one for writing: a cluster's leader, to which it leads, is the first to know a commit. No thread waits
 * for the answer, so that none is lost to a graph that never gives it.
 */
final class VersionProbe {

    private static final String STATEMENT = "RETURN 1";

    /** A pool may hold two connections to a graph that was there before, and finds out only by using them. */
    private static final int ATTEMPTS = 3;

    private VersionProbe() {}

    static CompletionStage<String> ask(Driver driver, SessionConfig config) {
        return ask(driver, config, ATTEMPTS);
    }

    private static CompletionStage<String> ask(Driver driver, SessionConfig config, int attempts) {
        AsyncSession session = driver.session(AsyncSession.class, config);
        CompletionStage<String> version = session.runAsync(STATEMENT)
                .thenCompose(ResultCursor::consumeAsync)
                .thenApply(consumed -> version(session.lastBookmarks()))
                .whenComplete((answer, failure) -> session.closeAsync());
        return attempts == 1
                ? version
                : version.exceptionallyCompose(
                        failure -> isPassing(failure) ? ask(driver, config, attempts - 1) : version);
    }

    private static boolean isPassing(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof Neo4jException known && DriverFailures.isPassing(known);
    }

    private static String version(Set<Bookmark> bookmarks) {
        return bookmarks.stream().map(Bookmark::value).sorted().collect(Collectors.joining(" "));
    }
}
