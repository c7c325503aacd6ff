package fr.jalon.answer;

import fr.jalon.answer.HighlightsCompletion.Fragment.Piece;
import fr.jalon.plan.ConnectionField.EdgeField.Highlights;
import fr.jalon.plan.ConnectionField.Leaf;
import fr.jalon.plan.HighlightField;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.SearchTerms;
import fr.jalon.plan.Selected;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.FrenchWords.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes where the texts of a found node match, as JSON. */
final class HighlightsCompletion {

    private static final int MOST = 5;

    private final JsonBuffer json;
    private final Highlights asked;
    private int written;

    HighlightsCompletion(JsonBuffer json, Highlights asked) {
        this.json = json;
        this.asked = asked;
    }

    void write(NodeSelection texts, List<?> row) {
        json.open('[');
        int index = texts.uniform() ? 0 : ((Number) row.get(0)).intValue();
        if (index >= 0) {
            int place = texts.uniform() ? 0 : 1;
            for (Selected field : texts.alternatives().get(index).fields()) {
                field(field.resultKey(), row.get(place++));
            }
        }
        json.close(']');
    }

    private void field(String name, @Nullable Object value) {
        for (Object text : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            List<Piece> pieces = Fragment.of(String.valueOf(text), asked.terms());
            if (!pieces.isEmpty() && written < MOST) {
                written++;
                json.item();
                highlight(name, pieces);
            }
        }
    }

    private void highlight(String name, List<Piece> pieces) {
        json.open('{');
        for (HighlightField field : asked.fields()) {
            json.name(field.resultKey());
            if (field instanceof HighlightField.Parts parts) {
                parts(parts, pieces);
            } else {
                Leaf leaf = ((HighlightField.Value) field).leaf();
                json.value(leaf.name().equals("field") ? name : leaf.type());
            }
        }
        json.close('}');
    }

    private void parts(HighlightField.Parts parts, List<Piece> pieces) {
        json.open('[');
        for (Piece piece : pieces) {
            json.item();
            json.open('{');
            for (Leaf leaf : parts.fields()) {
                json.name(leaf.resultKey());
                json.value(
                        switch (leaf.name()) {
                            case "text" -> piece.text();
                            case "matches" -> piece.matches();
                            default -> leaf.type();
                        });
            }
            json.close('}');
        }
        json.close(']');
    }

    /** Cuts the stretch of a text that matches a search best into pieces. */
    static final class Fragment {

        private static final int LONGEST = 200;
        private static final int BEFORE = 40;
        private static final String CUT = "…";

        private Fragment() {}

        /**
         * A piece of a text.
         *
         * @param matches whether it is one word that matches; else it is what lies between two
         */
        record Piece(String text, boolean matches) {}

        /** The pieces in their order, about 200 characters in all; none when nothing matches. */
        static List<Piece> of(String text, SearchTerms terms) {
            List<Place> words = FrenchWords.places(text);
            List<Place> matching =
                    words.stream().filter(word -> terms.matches(word.folded())).toList();
            if (matching.isEmpty()) {
                return List.of();
            }
            int start = text.length() <= LONGEST ? 0 : start(words, densest(matching));
            int end = text.length() - start <= LONGEST ? text.length() : end(words, start);
            return pieces(text, start, end, matching);
        }

        /** The match that most others follow closely. */
        private static Place densest(List<Place> matching) {
            Place best = matching.get(0);
            long most = 0;
            for (Place first : matching) {
                int reach = first.start() + LONGEST - BEFORE;
                long near = matching.stream()
                        .filter(each -> each.start() >= first.start() && each.end() <= reach)
                        .map(Place::folded)
                        .distinct()
                        .count();
                if (near > most) {
                    most = near;
                    best = first;
                }
            }
            return best;
        }

        /** Where the first word starts that lies not too far before a match. */
        private static int start(List<Place> words, Place match) {
            return match.start() <= BEFORE
                    ? 0
                    : words.stream()
                            .mapToInt(Place::start)
                            .filter(start -> start >= match.start() - BEFORE)
                            .findFirst()
                            .orElse(match.start());
        }

        /** Where the last word ends that lies within the length; a word beyond all measure is cut. */
        private static int end(List<Place> words, int start) {
            return words.stream()
                    .mapToInt(Place::end)
                    .filter(end -> end > start && end <= start + LONGEST)
                    .max()
                    .orElse(start + LONGEST);
        }

        private static List<Piece> pieces(String text, int start, int end, List<Place> matching) {
            List<Piece> pieces = new ArrayList<>();
            StringBuilder between = new StringBuilder(start > 0 ? CUT : "");
            int done = start;
            for (Place match : matching) {
                if (match.start() >= start && match.end() <= end) {
                    flush(between.append(text, done, match.start()), pieces);
                    pieces.add(new Piece(text.substring(match.start(), match.end()), true));
                    done = match.end();
                }
            }
            flush(between.append(text, done, end).append(end < text.length() ? CUT : ""), pieces);
            return pieces;
        }

        private static void flush(StringBuilder between, List<Piece> pieces) {
            if (!between.isEmpty()) {
                pieces.add(new Piece(between.toString(), false));
                between.setLength(0);
            }
        }
    }
}
