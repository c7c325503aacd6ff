package fr.jalon.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest {

    @TempDir
    private static Path folder;

    private static ReportingGraph graph;

    @BeforeAll
    static void open() {
        graph = new ReportingGraph(folder);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void smoke() {
        JsonNode a = graph.json(ReportingGraph.amdac("spm"), """
                mutation { reportProgress(input: {action: "action/spm-a05", progress: IN_PROGRESS, note: "En cours de recette."}) {
                  action { id progress version due { label } history { totalCount nodes { id number enteredAt holdsOn kind before after author } } }
                  change { id label about { id } } userErrors { code path message current } } }""", Map.of());
        System.out.println("A " + a.toPrettyString());
        JsonNode b = graph.json(ReportingGraph.amdac("mtfp"), """
                mutation { reportProgress(input: {action: "action/spm-a05", progress: IN_PROGRESS, note: "x"}) { change { id } userErrors { message } } }""", Map.of());
        System.out.println("B " + b.toPrettyString());
        JsonNode c = graph.json(ReportingGraph.amdac("spm"), """
                mutation { proposeDeadline(input: {action: "action/spm-a05", due: "S2 2023", note: "Retard du marché."}) { change { id before after } userErrors { message } } }""", Map.of());
        System.out.println("C " + c.toPrettyString());
        String id = c.at("/data/proposeDeadline/change/id").asText();
        JsonNode d = graph.json(ReportingGraph.SECRETARIAT, """
                mutation($id: ID!) { acceptDeadline(input: {change: $id}) { action { due { label } version } change { id before after answers { id } } userErrors { message } } }""", Map.of("id", id));
        System.out.println("D " + d.toPrettyString());
        String accepted = d.at("/data/acceptDeadline/change/id").asText();
        JsonNode e = graph.json(ReportingGraph.SECRETARIAT, """
                mutation($id: ID!) { withdraw(input: {change: $id}) { about { id ... on Action { due { label } } } change { id kind before after answers { id withdrawn } } userErrors { message } } }""", Map.of("id", accepted));
        System.out.println("E " + e.toPrettyString());
        assertThat(e).isNotNull();
    }
}
