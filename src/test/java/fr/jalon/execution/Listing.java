package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A connection somewhere in a document.
 *
 * @param frame the document around its field, which stands for {@code %s}
 * @param field its name
 * @param chosen its arguments other than those of the page
 */
record Listing(String frame, String field, String chosen) {

    private static final String SELECTION =
            " { edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

    /** One page of it. */
    record Page(List<String> ids, List<String> cursors, JsonNode info) {

        boolean has(String direction) {
            return info.path("has" + direction + "Page").booleanValue();
        }
    }

    /** All of it at once. */
    Page whole() {
        return page("first: 1000");
    }

    Page page(String arguments) {
        JsonNode answer = TestGraph.shared().json(document(arguments), Map.of());
        assertThat(answer.path("errors")).isEmpty();
        JsonNode list = answer.findPath("list");
        List<String> ids = list.path("nodes").findValuesAsText("id");
        List<String> cursors = list.path("edges").findValuesAsText("cursor");
        JsonNode info = list.path("pageInfo");
        assertThat(list.path("edges").findValuesAsText("id")).isEqualTo(ids);
        assertThat(info.path("startCursor").textValue()).isEqualTo(ids.isEmpty() ? null : cursors.get(0));
        assertThat(info.path("endCursor").textValue()).isEqualTo(ids.isEmpty() ? null : cursors.get(ids.size() - 1));
        return new Page(ids, cursors, info);
    }

    /** Ids of all of it, page by page from the start. */
    List<String> forwards(int size) {
        List<String> ids = new ArrayList<>();
        Page page = page("first: " + size);
        assertThat(page.has("Previous")).isFalse();
        ids.addAll(page.ids());
        while (page.has("Next")) {
            assertThat(page.ids()).hasSize(size);
            page = page(
                    "first: %s, after: \"%s\"".formatted(size, page.cursors().get(size - 1)));
            assertThat(page.has("Previous")).isTrue();
            ids.addAll(page.ids());
        }
        return ids;
    }

    /** Ids of all of it, page by page from the end. */
    List<String> backwards(int size) {
        List<String> ids = new ArrayList<>();
        Page page = page("last: " + size);
        assertThat(page.has("Next")).isFalse();
        ids.addAll(0, page.ids());
        while (page.has("Previous")) {
            assertThat(page.ids()).hasSize(size);
            page = page(
                    "last: %s, before: \"%s\"".formatted(size, page.cursors().get(0)));
            assertThat(page.has("Next")).isTrue();
            ids.addAll(0, page.ids());
        }
        return ids;
    }

    String document(String arguments) {
        return frame.formatted("list: %s(%s %s)%s".formatted(field, chosen, arguments, SELECTION));
    }
}
