package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.schema.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All pages of the server by their addresses. */
public final class Pages {

    private static final Set<String> LISTS =
            Set.of("actions", "ressources", "mandats", "contradictions", "organisations", "documents");

    /** What an id is made of. */
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*(/[A-Za-z0-9._~-]+)+");

    private static final String SEARCH = "recherche";

    private final Words words;
    private final Map<String, Function<Address, Page>> pages;

    /** The pages of a contract, which is read once a page needs its words. */
    public Pages(Supplier<Contract> contract, Clock clock) {
        this.words = new Words(contract);
        this.pages = Map.of(
                "",
                address -> new HomePage(address, clock),
                "echeancier",
                SchedulePage::new,
                SEARCH,
                address -> new SearchPage(address, words),
                "graphe",
                address -> new GraphPage(address, words),
                "synthese",
                address -> new SummaryPage(address, words),
                "developpeurs",
                DevelopersPage::new);
    }

    /** What is at an address. */
    public sealed interface Target {

        /** A page. */
        record Found(Page page) implements Target {}

        /** Nothing but the way to a page, relative to the address. */
        record Elsewhere(String href) implements Target {}
    }

    /** What is at an address, if anything; throws {@link PageException} where its parameters do not fit. */
    public Optional<Target> at(Address address) {
        String path = address.path();
        Optional<String> id = idAskedFor(address);
        if (id.isPresent()) {
            return Optional.of(
                    new Target.Elsewhere(address.to(id.get(), Map.of()).href()));
        } else if (pages.containsKey(path)) {
            return Optional.ofNullable(pages.get(path)).map(page -> new Target.Found(page.apply(address)));
        } else if (LISTS.contains(path)) {
            return Optional.of(new Target.Found(new ListPage(path, address, words)));
        }
        return ID.matcher(path).matches() && words.isId(path)
                ? Optional.of(new Target.Found(new NodePage(address, words)))
                : Optional.empty();
    }

    /** The id that {@code /fiche?id=} or the search box has, if it is one. */
    private Optional<String> idAskedFor(Address address) {
        if (address.path().equals("fiche")) {
            address.require(Set.of("id"));
            return Optional.of(address.first("id")
                    .filter(id -> ID.matcher(id).matches())
                    .orElseThrow(() -> PageException.badRequest(
                            "« id » est l’identifiant d’une fiche, comme dans /fiche?id=action/spm-a05.")));
        }
        return address.path().equals(SEARCH)
                ? address.first("q").filter(text -> ID.matcher(text).matches() && words.isId(text))
                : Optional.empty();
    }

    /** The page for an address that there is nothing at. */
    public Page missing(Address address) {
        return new MissingPage(address);
    }

    /** The page that tells a failure in French, with what the server says of it in English. */
    public String failure(Frame frame, int status, String message, String detail) {
        return Templates.html(
                "failure", Map.of("frame", frame, "status", status, "message", message, "detail", detail));
    }

    /** The documents that scripts of the pages ask. */
    public static List<String> asked() {
        return Stream.of("neighbours", "ways", "suggestions")
                .map(Documents::query)
                .toList();
    }

    /** What the pages are likely to ask first. */
    public List<GraphQlRequest> likely() {
        List<GraphQlRequest> requests = new ArrayList<>();
        for (String path : List.of(
                "",
                "actions",
                "echeancier",
                "action/spm-a05",
                "contradictions",
                "mandats",
                "ressources",
                "recherche",
                "graphe",
                "synthese",
                "organisations",
                "documents")) {
            at(Address.of(path, Map.of()))
                    .filter(Target.Found.class::isInstance)
                    .map(target -> ((Target.Found) target).page().request())
                    .ifPresent(requests::add);
        }
        return requests;
    }

    /** The data of an answer, and null where it has none. */
    public static JsonNode data(byte[] json) {
        try {
            return Documents.JSON.readTree(json).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
