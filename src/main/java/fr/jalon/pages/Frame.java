package fr.jalon.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its own.
 *
 * @param address of the page
 * @param assets addresses of scripts and styles by name, below the root; none where the program was built without them
 * @param revision of the graph, in short; empty where it is not told
 * @param day on which it was read
 * @param query address of the page's query in the editor, below the root; empty where there is none
 */
public record Frame(Address address, Map<String, String> assets, String revision, LocalDate day, String query) {

    private static final List<Way> WAYS = List.of(
            new Way("echeancier", "Échéancier"),
            new Way("actions", "Actions"),
            new Way("ressources", "Ressources"),
            new Way("mandats", "Mandats"),
            new Way("contradictions", "Contradictions"),
            new Way("synthese", "Synthèse"),
            new Way("graphe", "Graphe"),
            new Way("developpeurs", "Développeurs"));

    /**
     * A page that all pages lead to.
     *
     * @param path below the root
     */
    record Way(String path, String name) {}

    List<Way> ways() {
        return WAYS;
    }

    /** Address of something below the root, as a link of this page holds it. */
    String to(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        String address = this.address.root() + bare;
        return address.isEmpty() ? "./" : address;
    }

    /** The same with one parameter. */
    String to(String path, String name, String value) {
        return to(path) + "?" + name + "=" + Address.encoded(value);
    }

    /** Address of a script or a style, as the page holds it; null where the program was built without. */
    @Nullable
    String asset(String name) {
        String path = assets.get(name);
        return path == null ? null : to(path);
    }

    /** What the search box holds. */
    String words() {
        return address.path().equals("recherche") ? address.first("q").orElse("") : "";
    }

    /** Whether a way leads to this very page. */
    boolean isAt(Way way) {
        return address.path().equals(way.path());
    }

    /** Whether only the main part is wanted, for a page of somebody else's. */
    boolean isFragment() {
        return !address.all("fragment").isEmpty();
    }

    /** The day in French words. */
    String dayInWords() {
        return FrenchText.day(day);
    }
}
