package fr.jalon.execution;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Values that occur in the graph, and some that do not.
 *
 * @param ids of nodes of every kind that is listed
 * @param texts codes, labels and words of titles
 */
public record KnownValues(List<String> ids, List<String> texts) {

    private static final String ASKED = """
            {
              actions(first: 30) { nodes { id code title } }
              roadmaps { nodes { id title } }
              organizations(first: 30) { nodes { id name } }
              mandates(first: 20) { nodes { id } }
              resources(first: 30) { nodes { id name } }
              themes { nodes { id code label } }
              periods { nodes { id } }
              documents(first: 10) { nodes { id title } }
              citations(first: 20) { nodes { id } }
              objectives(first: 20) { nodes { id title } }
              requirements(first: 20) { nodes { id } }
              events(first: 10) { nodes { id } }
              discrepancies(first: 20) { nodes { id } }
            }
            """;

    /** Those of a graph. */
    public static KnownValues of(TestGraph graph) {
        JsonNode data = graph.json(ASKED, Map.of()).path("data");
        List<String> texts = Stream.of("code", "label", "title", "name")
                .flatMap(name -> data.findValuesAsText(name).stream())
                .flatMap(text -> Stream.of(text.split(" ")))
                .distinct()
                .toList();
        return new KnownValues(
                Stream.concat(data.findValuesAsText("id").stream(), Stream.of("none", ""))
                        .toList(),
                Stream.concat(texts.stream(), Stream.of("", "é\"\\'", "(a+)+$", "de", "x*~"))
                        .toList());
    }
}
