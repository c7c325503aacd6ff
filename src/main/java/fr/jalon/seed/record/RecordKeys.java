package fr.jalon.seed.record;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys that a record of each type can have, in the order of the contract. */
public final class RecordKeys {

    /** Key of the public id. */
    public static final String ID = "id";

    /** Key of the places in documents that state a record. */
    public static final String AT = "at";

    /** Key that sets a record inside another apart from a sibling whose id would be the same. */
    public static final String DISTINCT = "distinct";

    static final String SECTIONS = "sections";

    static final String PAGES = "pages";

    /** Type that places in documents become. */
    public static final String CITATION = "Citation";

    /** Type of what places are in. */
    public static final String DOCUMENT = "Document";

    /** Type that periods become, which files write as words. */
    public static final String PERIOD = "Period";

    private final Contract contract;
    private final Map<String, Map<String, SeedKey>> byType = new LinkedHashMap<>();

    /** The keys that follow from a contract. */
    public RecordKeys(Contract contract) {
        this.contract = contract;
        contract.types().stream()
                .filter(type -> type.seedKey() != null || type.key() != null)
                .forEach(type -> byType.put(type.name(), keys(type)));
    }

    /** Keys of a type that has records in seed files. */
    public Map<String, SeedKey> of(GraphType type) {
        return byType.getOrDefault(type.name(), Map.of());
    }

    private Map<String, SeedKey> keys(GraphType type) {
        Map<String, SeedKey> keys = new LinkedHashMap<>();
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property) {
                value(type, property).ifPresent(key -> keys.put(property.name(), key));
            } else if (field instanceof RelationshipField relationship
                    && relationship.route() instanceof Route.Step step
                    && isWritten(type, step)) {
                related(relationship, step)
                        .ifPresent(key -> keys.put(key instanceof SeedKey.Citations ? AT : field.name(), key));
            }
        }
        if (type.key() != null && !type.key().isEmpty()) {
            keys.put(DISTINCT, new SeedKey.Distinct());
        }
        if (type.name().equals(DOCUMENT)) {
            keys.put(SECTIONS, new SeedKey.Sections());
            keys.put(PAGES, new SeedKey.Pages());
        }
        return keys;
    }

    private static Optional<SeedKey> value(GraphType type, PropertyField field) {
        if (field.name().equals(ID)) {
            return type.key() == null ? Optional.of(new SeedKey.Id()) : Optional.empty();
        }
        return field.constant() == null && field.seeded() ? Optional.of(new SeedKey.Value(field)) : Optional.empty();
    }

    /** What leads into a nested record is where it is written, so it is not written again. */
    private static boolean isWritten(GraphType type, Route.Step step) {
        return type.key() == null || step.outgoing();
    }

    private Optional<SeedKey> related(RelationshipField field, Route.Step step) {
        GraphType target = contract.type(field.target());
        if (target.name().equals(CITATION)) {
            return step.outgoing() ? Optional.of(new SeedKey.Citations(field, step)) : Optional.empty();
        }
        if (target.name().equals(PERIOD)) {
            return Optional.of(new SeedKey.PeriodText(field, step));
        }
        return Optional.of(
                target.key() == null ? new SeedKey.Link(field, step, target) : new SeedKey.Nested(field, step, target));
    }
}
