package fr.jalon.neo4j;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the graph lives. */
public sealed interface GraphHome {

    /** Any free port. */
    int FREE_PORT = 0;

    /** Bytes of the files of a graph that are kept in memory unless it is told otherwise. */
    long PAGE_CACHE = 64L << 20;

    /**
     * In this process, its files in one folder, open to this machine only and without a password.
     *
     * @param folder created when missing; one process at a time may open it. Kept as the one path without links, "." and
     *     ".." that the system finds by any of its spellings
     * @param boltPort on 127.0.0.1, or {@link #FREE_PORT}
     * @param pageCache bytes of its files that are kept in memory, outside of the heap
     * @param template folder of a graph that a new one is copied from
     */
    record Embedded(
            Path folder,
            int boltPort,
            long pageCache,
            @Nullable Path template) implements GraphHome {

        public Embedded {
            folder = real(folder.toAbsolutePath());
            template = template == null ? null : real(template.toAbsolutePath());
        }

        /** Without a template. */
        public Embedded(Path folder, int boltPort, long pageCache) {
            this(folder, boltPort, pageCache, null);
        }

        /** With the usual page cache. */
        public Embedded(Path folder, int boltPort) {
            this(folder, boltPort, PAGE_CACHE);
        }

        /** In the folder, on any free port. */
        public Embedded(Path folder) {
            this(folder, FREE_PORT);
        }

        /** The same place, where a new graph is copied from a template if that is there and nobody uses it. */
        public Embedded copying(Path template) {
            return new Embedded(folder, boltPort, pageCache, template);
        }

        /** The longest part of a path that exists, by its real name, and below it what is still to be made. */
        private static Path real(Path path) {
            try {
                return path.toRealPath();
            } catch (IOException missing) {
                Path parent = path.getParent();
                Path name = path.getFileName();
                return parent == null || name == null
                        ? path
                        : real(parent).resolve(name).normalize();
            }
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
