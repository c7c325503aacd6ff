package fr.jalon.seed.load;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.seed.record.SeedEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What sets the relationships that the seed wants apart from those in the graph. */
final class RelationshipChanges {

    private final Set<SeedEdge> missing;
    private final Set<SeedEdge> unwanted = new LinkedHashSet<>();

    /** Takes rows of {@link LoadStatements#relationships}. */
    RelationshipChanges(Set<SeedEdge> wanted, List<Object[]> stored) {
        Set<SeedEdge> present = new HashSet<>();
        for (Object[] row : stored) {
            SeedEdge edge = new SeedEdge(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2]));
            present.add(edge);
            if (Boolean.TRUE.equals(row[3]) && !wanted.contains(edge)) {
                unwanted.add(edge);
            }
        }
        missing = new LinkedHashSet<>(wanted);
        missing.removeAll(present);
    }

    int created() {
        return missing.size();
    }

    int removed() {
        return unwanted.size();
    }

    List<CypherStatement> statements() {
        List<CypherStatement> statements = new ArrayList<>();
        if (!unwanted.isEmpty()) {
            statements.add(LoadStatements.removeRelationships(rows(unwanted)));
        }
        if (!missing.isEmpty()) {
            statements.add(LoadStatements.createRelationships(rows(missing)));
        }
        return statements;
    }

    private static List<List<String>> rows(Set<SeedEdge> edges) {
        return edges.stream()
                .map(edge -> List.of(edge.from(), edge.type(), edge.to()))
                .toList();
    }
}
