package fr.jalon.neo4j;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The version of a graph whose last commit can be watched from here, asked for again only after another commit. */
final class WatchedVersion implements Supplier<String> {

    private static final long NONE = -1;

    private final LongSupplier lastCommit;
    private final Supplier<String> probe;
    private volatile Known known = new Known(NONE, "");

    WatchedVersion(LongSupplier lastCommit, Supplier<String> probe) {
        this.lastCommit = lastCommit;
        this.probe = probe;
    }

    /** A version read when that commit, or a later one, was the last. */
    private record Known(long commit, String version) {}

    @Override
    public String get() {
        // Read before the version, so that a commit between the two is noticed the next time.
        long commit = lastCommit.getAsLong();
        Known found = known;
        if (found.commit() != commit) {
            found = new Known(commit, probe.get());
            known = found;
        }
        return found.version();
    }
}
