package fr.jalon.execution;

import fr.jalon.plan.SearchTerms;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.FrenchWords.Place;
import java.util.ArrayList;
import java.util.List;

/** Cuts the stretch of a text that matches a search best into pieces. */
final class Fragment {

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
