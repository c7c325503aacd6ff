package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nodes by their ids. */
class NodesTest {

    @Test
    void are_told_in_the_order_of_the_ids_with_null_for_what_is_not_there() {
        List<String> ids = List.of("theme/api", "action/none", "action/spm-a05", "api/bodacc", "theme/api");

        assertThat(nodes("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids))
                .isEqualTo("""
                        [{"id":"theme/api"},null,{"id":"action/spm-a05"},{"id":"api/bodacc"},{"id":"theme/api"}]""");
        assertThat(nodes("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Action { code } } }", ids))
                .isEqualTo("""
                        [{"__typename":"Theme"},null,{"__typename":"Action","code":"A05"},{"__typename":"Api"},\
                        {"__typename":"Theme"}]""");
    }

    @Test
    void of_no_ids_are_none() {
        assertThat(nodes("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", List.of()))
                .isEqualTo("[]");
    }

    private static String nodes(String query, List<String> ids) {
        return TestGraph.shared()
                .json(query, Map.of("ids", ids))
                .path("data")
                .path("nodes")
                .toString();
    }
}
