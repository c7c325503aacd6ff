package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * The graph beside the jar, which was made at packaging and holds the seed already.
 *
 * <p>A first start copies it instead of loading the seed, which takes longer than all the rest. Whether it holds the
 * right seed is found out afterwards as for any graph, so an old copy does no harm.
 */
final class PackagedGraph {

    private static final String NAME = "graph";

    private PackagedGraph() {}

    /** The same place, where a new graph is a copy of the packaged one. */
    static GraphHome copiedTo(GraphHome.Embedded home) {
        return home.copying(besideJar());
    }

    private static Path besideJar() {
        try {
            return Path.of(PackagedGraph.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling(NAME);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
