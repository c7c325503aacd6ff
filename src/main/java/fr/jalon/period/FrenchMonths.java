package fr.jalon.period;

import java.text.Normalizer;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The French names of the months, written here because a trimmed runtime may lack the French locale. */
final class FrenchMonths {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final List<String> NAMES = List.of(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre");
    private static final List<String> FOLDED =
            NAMES.stream().map(FrenchMonths::fold).toList();

    private FrenchMonths() {}

    static String name(Month month) {
        return NAMES.get(month.getValue() - 1);
    }

    /** The month a folded name or unambiguous abbreviation of three letters or more stands for. */
    static Optional<Month> read(String folded) {
        if (folded.length() < SHORTEST_ABBREVIATION) {
            return Optional.empty();
        }
        List<Month> fitting = Stream.of(Month.values())
                .filter(month -> FOLDED.get(month.getValue() - 1).startsWith(folded))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Lower case without accents; raised letters as in "1ᵉʳ" come down to the line. */
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
