package fr.jalon.seed.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A node as it is in the graph.
 *
 * @param id public id
 * @param seeded whether it comes from the seed
 * @param labels all of them
 * @param properties all of them, in the driver's Java types
 */
public record StoredNode(String id, boolean seeded, Set<String> labels, Map<String, Object> properties) {

    /** Reads a row of {@link LoadStatements#nodes}. */
    public static StoredNode of(Object[] row) {
        Set<String> labels = new HashSet<>();
        ((Collection<?>) row[2]).forEach(label -> labels.add(String.valueOf(label)));
        Map<String, Object> properties = new HashMap<>();
        ((Map<?, ?>) row[3]).forEach((name, value) -> properties.put(String.valueOf(name), value));
        return new StoredNode(String.valueOf(row[0]), Boolean.TRUE.equals(row[1]), labels, properties);
    }
}
