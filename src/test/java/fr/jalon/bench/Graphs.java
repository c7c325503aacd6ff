package fr.jalon.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The graphs that are asked, made when they are first needed and kept for the next run.
 *
 * @param folder holds a folder for each
 */
record Graphs(Path folder) {

    /** The seed alone: 107 actions. */
    Path real() {
        return made("real", 0, 0);
    }

    /** 20,009 actions. */
    Path medium() {
        return made("medium", 20_009, 0);
    }

    /** 200,000 actions and a million resources. */
    Path large() {
        return made("large", 200_000, 1_000_000);
    }

    private Path made(String name, int actions, int resources) {
        Path graph = folder.resolve(name);
        if (!Files.exists(graph)) {
            GraphGenerator.generate(graph, actions, resources);
        }
        return graph;
    }
}
