package fr.jalon.seed.load;

import fr.jalon.fact.Revision;
import java.util.SortedMap;

/**
 * What loading a seed did.
 *
 * @param seed the seed that was loaded
 * @param before the one that the graph held until then
 * @param types counts of nodes, by the name of their type
 * @param createdRelationships relationships that were not there
 * @param removedRelationships relationships of the seed that it no longer has
 */
public record LoadReport(
        Revision seed,
        Revision before,
        SortedMap<String, Counts> types,
        int createdRelationships,
        int removedRelationships) {

    /**
     * Counts of the nodes of a type.
     *
     * @param total in the seed
     * @param created that were not there
     * @param changed with other labels or properties than before
     * @param removed that the seed no longer has
     */
    public record Counts(int total, int created, int changed, int removed) {

        Counts plus(Counts more) {
            return new Counts(
                    total + more.total, created + more.created, changed + more.changed, removed + more.removed);
        }
    }

    /** How many nodes and relationships are not as they were; zero when the graph held this seed already. */
    public int changes() {
        return createdRelationships
                + removedRelationships
                + types.values().stream()
                        .mapToInt(each -> each.created() + each.changed() + each.removed())
                        .sum();
    }
}
