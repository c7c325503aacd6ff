package fr.jalon.seed.record;

import fr.jalon.schema.GraphType;
import java.util.Map;

/**
 * A record of a seed file as a node in the making.
 *
 * @param type a concrete type of the contract
 * @param id public id
 * @param location where the record begins
 * @param locations where each of its keys stands
 * @param values its properties: String, Long, Double, Boolean, LocalDate, or a list of these
 * @param layout of a document; of other types none
 */
public record SeedRecord(
        GraphType type,
        String id,
        Location location,
        Map<String, Location> locations,
        Map<String, Object> values,
        DocumentLayout layout) {

    /** The text of a property, empty where it has none. */
    public String text(String key) {
        return String.valueOf(values.getOrDefault(key, ""));
    }

    /** Where a key stands, or the record where it has no such key. */
    public Location location(String key) {
        return locations.getOrDefault(key, location);
    }
}
