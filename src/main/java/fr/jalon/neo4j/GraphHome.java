package fr.jalon.neo4j;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/** Where the graph lives. */
public sealed interface GraphHome {

    /** Any free port. */
    int FREE_PORT = 0;

    /** Bytes of the files of a graph that are kept in memory unless it is told otherwise. */
    long PAGE_CACHE = 64L << 20;

    /**
     * In this process, its files in one folder, open to this machine only and without a password.
     *
     * @param folder created when missing; one process at a time may open it
     * @param boltPort on 127.0.0.1, or {@link #FREE_PORT}
     * @param pageCache bytes of its files that are kept in memory, outside of the heap
     */
    record Embedded(Path folder, int boltPort, long pageCache) implements GraphHome {

        /** With the usual page cache. */
        public Embedded(Path folder, int boltPort) {
            this(folder, boltPort, PAGE_CACHE);
        }

        /** In the folder, on any free port. */
        public Embedded(Path folder) {
            this(folder, FREE_PORT);
        }
    }

    /**
     * On a Neo4j server or cluster.
     *
     * @param address with the scheme {@code bolt}, {@code neo4j} or one of their encrypted forms
     * @param user who signs in; empty for a server without authentication
     * @param password kept out of {@link #toString()}
     */
    record Remote(URI address, String user, String password) implements GraphHome {

        private static final Set<String> SCHEMES =
                Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");

        /** Refuses, as {@link IllegalArgumentException}, an address that is none of a Neo4j server. */
        public Remote {
            if (address.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "the address of a graph holds no user and no password: give them by themselves");
            }
            if (address.getScheme() == null || !SCHEMES.contains(address.getScheme()) || address.getHost() == null) {
                throw new IllegalArgumentException(
                        "\"%s\" is no address of a graph; expected one such as neo4j://host:7687 or neo4j+s://host"
                                .formatted(address));
            }
        }

        @Override
        public String toString() {
            return "Remote[address=%s, user=%s]".formatted(address, user);
        }
    }
}
