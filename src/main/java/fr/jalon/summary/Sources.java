package fr.jalon.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The cited documents, numbered D1, D2 and so on as they are first cited; titles are too long to stand in every line. */
final class Sources {

    private final Map<Answer.Document, String> marks = new LinkedHashMap<>();

    /** Every place, documents not repeated: "D1, 2.1 Ouvrir, ligne 124 ; Annexe, ligne 292". */
    String cite(List<Answer.Citation> citations) {
        if (citations.isEmpty()) {
            return "sans source";
        }
        Map<String, List<String>> places = citations.stream()
                .collect(Collectors.groupingBy(
                        citation -> mark(citation.document()),
                        LinkedHashMap::new,
                        Collectors.mapping(Answer.Citation::locator, Collectors.toList())));
        return places.entrySet().stream()
                .map(each -> each.getKey() + ", " + String.join(" ; ", each.getValue()))
                .collect(Collectors.joining(" ; "));
    }

    /** The section that says what the numbers stand for. */
    List<Block> blocks() {
        List<Block.Line> lines = marks.entrySet().stream()
                .map(each -> new Block.Line(
                        each.getValue() + " : " + each.getKey().title(),
                        each.getKey().url()))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new Block.Heading(2, "Documents cités (%d)".formatted(lines.size())), new Block.Lines(lines));
    }

    private String mark(Answer.Document document) {
        return marks.computeIfAbsent(document, each -> "D" + (marks.size() + 1));
    }
}
