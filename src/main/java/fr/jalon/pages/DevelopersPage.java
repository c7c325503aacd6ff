package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How programs ask the server: snippets in several languages, each a file that a test runs. */
final class DevelopersPage implements Page {

    private static final List<Snippet> SNIPPETS = List.of(
            Snippet.of("curl", "Ligne de commande : curl", "curl.sh"),
            Snippet.of("etag", "Ne recevoir que ce qui a changé : curl et ETag", "etag.sh"),
            Snippet.of("javascript", "JavaScript (Node 20 ou navigateur)", "dashboard.mjs"),
            Snippet.of("types", "TypeScript : des types tirés du contrat", "types.sh"),
            Snippet.of("python", "Python 3, sans dépendance", "dashboard.py"),
            Snippet.of("tableur", "LibreOffice et Excel : une adresse CSV", "spreadsheet.sh"));

    DevelopersPage(Address address) {
        address.require(Set.of());
    }

    @Override
    public GraphQlRequest request() {
        return Documents.request("developers", Map.of("period", "S1 2022"));
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        return new Shown.Html(
                200,
                Templates.html(
                        "developers",
                        Map.of("frame", frame, "snippets", SNIPPETS, "query", Documents.query("developers"))));
    }

    /** A program to copy. */
    record Snippet(String anchor, String title, String text) {

        static Snippet of(String anchor, String title, String file) {
            return new Snippet(anchor, title, Documents.file("developers/" + file));
        }
    }
}
