package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the mapping directives say, held against the graph of the project's seed. */
class RelationshipTargetsTest {

    private record Lead(GraphType from, RelationshipField field) {

        /** How many nodes of another type than the contract says it leads to. */
        CypherStatement strays() {
            String target =
                    String.join("|", TestGraph.CONTRACT.type(field.target()).members());
            String text = "MATCH (a:%s) MATCH %s WHERE NOT b:%s RETURN count(b)"
                    .formatted(from.name(), Patterns.now("a", field.route(), "b"), target);
            return new CypherStatement(text, Map.of());
        }

        @Override
        public String toString() {
            return from.name() + "." + field.name();
        }
    }

    @Test
    void every_field_leads_to_nodes_of_the_type_it_promises() {
        try (Graph graph = TestGraph.shared().connect(GraphSettings.defaults())) {
            List<String> astray = leads().filter(lead ->
                            graph.read(tx -> !tx.run(lead.strays()).get(0)[0].equals(0L)))
                    .map(Lead::toString)
                    .toList();

            assertThat(astray).isEmpty();
        }
    }

    private static Stream<Lead> leads() {
        return TestGraph.CONTRACT.types().stream()
                .filter(type -> !type.isAbstract())
                .flatMap(type -> type.fields().values().stream()
                        .filter(RelationshipField.class::isInstance)
                        .map(field -> new Lead(type, (RelationshipField) field)));
    }
}
