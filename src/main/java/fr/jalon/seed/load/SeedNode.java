package fr.jalon.seed.load;

import fr.jalon.schema.GraphType;
import java.util.Map;

/**
 * A node of the graph as the seed wants it.
 *
 * @param type its concrete type, which gives the labels
 * @param id public id
 * @param properties everything but the id and the bookkeeping, in the driver's Java types
 */
public record SeedNode(GraphType type, String id, Map<String, Object> properties) {}
