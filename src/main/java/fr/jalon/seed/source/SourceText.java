package fr.jalon.seed.source;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a document by its lines. */
public final class SourceText {

    private static final int LONGEST_PERIOD = 5;
    private static final Pattern INSERTION = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z},;:()\\[\\]|«»]+");

    private final List<String> lines;

    SourceText(String text) {
        this.lines = text.lines().toList();
    }

    /** How many lines it has. */
    public int length() {
        return lines.size();
    }

    /** Lines from the first to the last, from 1, without those that are blank. */
    public String excerpt(int first, int last) {
        return passage(first, last)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether these lines hold a text. Case, accents, ligatures, signs, spaces and hyphenation do not matter; what stands in square
     * brackets is not the document's: [...] for words left out, or a remark such as [vide].
     */
    public boolean prints(String text, int first, int last) {
        Letters passage = Letters.of(passage(first, last).collect(Collectors.joining("\n")));
        int from = 0;
        for (String part : INSERTION.splitAsStream(text).toList()) {
            from = passage.behind(Letters.of(part), from);
            if (from < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether these lines write a period in a usual way. */
    public boolean prints(Period period, int first, int last) {
        List<String> words = passage(first, last)
                .flatMap(BETWEEN::splitAsStream)
                .filter(word -> !word.isEmpty())
                .toList();
        for (int start = 0; start < words.size(); start++) {
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST_PERIOD); end++) {
                if (isWritten(period, String.join(" ", words.subList(start, end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWritten(Period period, String writing) {
        try {
            return Period.parse(writing.replaceFirst("\\.$", "")).equals(period);
        } catch (PeriodFormatException e) {
            return false;
        }
    }

    private Stream<String> passage(int first, int last) {
        return lines.subList(Math.min(first - 1, lines.size()), Math.min(last, lines.size())).stream();
    }
}
