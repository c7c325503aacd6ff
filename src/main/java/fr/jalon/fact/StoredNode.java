package fr.jalon.fact;

import fr.jalon.neo4j.Transaction;
import fr.jalon.schema.GraphType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A node as it is in the graph.
 *
 * @param id public id
 * @param labels all of them
 * @param properties all of them, in the driver's Java types
 */
public record StoredNode(String id, Set<String> labels, Map<String, Object> properties) {

    /** Property that counts what was reported about a node. */
    static final String VERSION = "version";

    /**
     * A field as it stands.
     *
     * @param value what is read, if anything
     * @param origin name of who stated that
     * @param beneath what the seed states, where that is not what stands
     */
    record Field(
            @Nullable Object value,
            @Nullable String origin,
            @Nullable Object beneath) {

        /** The field once somebody states a value of it, or with null takes back the one stated before. */
        Field stated(Origin by, @Nullable Object said) {
            boolean own = by.name().equals(origin);
            if (by.equals(Origin.SEED)) {
                return own || origin == null
                        ? new Field(said, said == null ? null : by.name(), null)
                        : new Field(value, origin, said);
            }
            if (said == null) {
                return own ? new Field(beneath, beneath == null ? null : Origin.SEED.name(), null) : this;
            }
            return new Field(said, by.name(), Origin.SEED.name().equals(origin) ? value : beneath);
        }

        /** The properties that say so; of a node without an origin all is the seed's. */
        Map<String, Object> bookkeeping(String name, @Nullable String ofNode) {
            Map<String, Object> properties = new HashMap<>();
            String usual = ofNode == null ? Origin.SEED.name() : ofNode;
            if (origin != null && !origin.equals(usual)) {
                properties.put(Origin.ofField(name), origin);
            }
            if (beneath != null) {
                properties.put(Origin.beneath(name), beneath);
            }
            return properties;
        }

        /** What documents say of the field. */
        @Nullable
        Object statedBeneath() {
            return Origin.REPORT.name().equals(origin) ? beneath : value;
        }

        boolean isStatedBy(Origin who) {
            return who.name().equals(origin) || (who.equals(Origin.SEED) && beneath != null);
        }
    }

    /** Everything that has an id, whoever wrote it. */
    public static List<StoredNode> all(Transaction transaction) {
        return transaction.run(FactStatements.allNodes()).stream()
                .map(StoredNode::of)
                .toList();
    }

    /** Reads a row of {@link FactStatements#nodes}. */
    static StoredNode of(Object[] row) {
        Set<String> labels = new HashSet<>();
        ((Collection<?>) row[1]).forEach(label -> labels.add(String.valueOf(label)));
        Map<String, Object> properties = new HashMap<>();
        ((Map<?, ?>) row[2]).forEach((name, value) -> properties.put(String.valueOf(name), value));
        return new StoredNode(String.valueOf(row[0]), labels, properties);
    }

    /** Name of who wrote it; null when that one took it back and it stays for others. */
    public @Nullable String origin() {
        return (String) properties.get(Origin.PROPERTY);
    }

    /** Who states something of it besides. */
    Set<String> others() {
        Set<String> others = new TreeSet<>();
        ((List<?>) properties.getOrDefault(Origin.OTHERS, List.of())).forEach(name -> others.add(String.valueOf(name)));
        return others;
    }

    /** Whether nobody but people who report states anything of it. */
    public boolean isReported() {
        return Origin.REPORT.name().equals(origin()) && others().isEmpty();
    }

    /** It as documents alone state it, which must be of that type. */
    public StatedNode stated(GraphType type) {
        Map<String, @Nullable Object> values = new HashMap<>();
        StatedNode.fields(type)
                .forEach(each -> values.put(each.name(), field(each.name()).statedBeneath()));
        return new StatedNode(type, id, new StatedNode(type, id, values).properties());
    }

    /** How many changes were reported about it. */
    public long version() {
        return (Long) properties.getOrDefault(VERSION, 0L);
    }

    /** A field as it stands; what has no origin any more counts as the seed's, which may replace it. */
    Field field(String name) {
        Object value = properties.get(name);
        String ofNode = properties.containsKey(Origin.PROPERTY) ? origin() : Origin.SEED.name();
        Object origin = properties.getOrDefault(Origin.ofField(name), ofNode);
        return new Field(value, value == null ? null : String.valueOf(origin), properties.get(Origin.beneath(name)));
    }
}
