package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Mark;
import fr.jalon.pages.Block.Piece;
import fr.jalon.pages.Block.Plain;
import fr.jalon.summary.Answer.Citation;
import fr.jalon.summary.Answer.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The cited documents, marked D1, D2 and so on as they are first cited; titles are too long to stand in every line. */
final class Sources {

    private static final Map<String, String> UNITS = Map.of("LINE", "l.", "ENTRY", "entrée", "PAGE", "p.");

    /** By their ids, in the order of their marks. */
    private final Map<String, Document> documents = new LinkedHashMap<>();

    private final Map<String, String> marks = new HashMap<>();

    /** Every place in words, documents not repeated: "D1, 2.1 Ouvrir, ligne 124 ; Annexe, ligne 292". */
    List<Piece> cite(List<Citation> citations) {
        return cite(citations, places -> joined(places, " ; ", Citation::locator));
    }

    /** Every place by its numbers: "D1, l. 124, 292-294". */
    List<Piece> citeBriefly(List<Citation> citations) {
        return cite(citations, places -> unit(places) + "\u00a0" + joined(places, ", ", Sources::numbers));
    }

    List<Document> documents() {
        return List.copyOf(documents.values());
    }

    /** The section that says what the marks stand for. */
    List<Block> blocks() {
        List<Block.Line> lines = documents.values().stream()
                .map(each -> new Block.Line(mark(each), each.title(), each.url()))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Block.Heading(2, "Documents cités (%s)".formatted(lines.size())), new Block.Lines(lines));
    }

    private List<Piece> cite(List<Citation> citations, Function<List<Citation>, String> inDocument) {
        if (citations.isEmpty()) {
            return List.of(new Plain("sans source"));
        }
        List<Piece> pieces = new ArrayList<>();
        byDocument(citations).forEach((id, places) -> {
            if (!pieces.isEmpty()) {
                pieces.add(new Plain(" ; "));
            }
            pieces.add(new Mark(mark(places.get(0).document())));
            pieces.add(new Plain(", " + inDocument.apply(places)));
        });
        return pieces;
    }

    private static Map<String, List<Citation>> byDocument(List<Citation> citations) {
        return citations.stream()
                .collect(Collectors.groupingBy(each -> each.document().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static String joined(List<Citation> places, String separator, Function<Citation, String> words) {
        return places.stream().map(words).collect(Collectors.joining(separator));
    }

    private static String unit(List<Citation> places) {
        return UNITS.getOrDefault(places.get(0).document().unit(), "");
    }

    private static String numbers(Citation place) {
        return place.firstLine() == place.lastLine()
                ? Integer.toString(place.firstLine())
                : place.firstLine() + "-" + place.lastLine();
    }

    private String mark(Document document) {
        documents.putIfAbsent(document.id(), document);
        return marks.computeIfAbsent(document.id(), each -> "D" + documents.size());
    }
}
