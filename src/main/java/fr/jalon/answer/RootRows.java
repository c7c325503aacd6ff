package fr.jalon.answer;

import fr.jalon.plan.RootPlan;
import fr.jalon.plan.SearchTerms;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.FrenchWords.Place;
import fr.jalon.text.Spelling;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the statements of a root field found.
 *
 * @param rows one list a row
 * @param count zero where no count was asked for
 * @param facets a list a facets field
 * @param near for each word of a search that occurs nowhere, texts with words near it
 */
public record RootRows(List<List<?>> rows, long count, List<?> facets, List<List<?>> near) {

    /** The same with other rows. */
    public RootRows with(List<List<?>> others) {
        return new RootRows(others, count, facets, near);
    }

    /** The same with another count. */
    public RootRows counted(long number) {
        return new RootRows(rows, number, facets, near);
    }

    /** Other texts to search for; none where the field is no search. */
    List<String> suggestions(RootPlan plan) {
        return plan instanceof RootPlan.Search search ? Suggestions.of(search.terms(), near) : List.of();
    }

    /** Puts words of the graph in the place of words of a search that occur nowhere. */
    private static final class Suggestions {

        private static final int MOST = 5;

        private final Map<String, List<String>> nearByWord = new HashMap<>();

        private Suggestions() {}

        /** Other texts to search for, the nearest first; rows hold a word and texts with words near it. */
        static List<String> of(SearchTerms terms, List<List<?>> rows) {
            Suggestions suggestions = new Suggestions();
            for (List<?> row : rows) {
                String word = (String) Objects.requireNonNull(row.get(0));
                List<String> near = near(word, texts(row.get(1)).toList());
                if (!near.isEmpty()) {
                    suggestions.nearByWord.put(word, near);
                }
            }
            return suggestions.texts(terms.text());
        }

        private List<String> texts(String asked) {
            int most = nearByWord.values().stream().mapToInt(List::size).max().orElse(0);
            LinkedHashSet<String> texts = new LinkedHashSet<>();
            for (int rank = 0; rank < most; rank++) {
                texts.add(replaced(asked, rank));
            }
            return List.copyOf(texts);
        }

        private String replaced(String asked, int rank) {
            StringBuilder text = new StringBuilder();
            int done = 0;
            for (Place place : FrenchWords.places(asked)) {
                List<String> near = nearByWord.getOrDefault(place.folded(), List.of());
                if (!near.isEmpty()) {
                    text.append(asked, done, place.start()).append(near.get(Math.min(rank, near.size() - 1)));
                    done = place.end();
                }
            }
            return text.append(asked, done, asked.length()).toString();
        }

        /** The nearest words as the graph writes them, the most frequent first. */
        private static List<String> near(String word, List<String> texts) {
            Map<String, String> writings = new HashMap<>();
            Map<String, Integer> numbers = new HashMap<>();
            for (String text : texts) {
                for (Place place : FrenchWords.places(text)) {
                    writings.putIfAbsent(place.folded(), text.substring(place.start(), place.end()));
                    numbers.merge(place.folded(), 1, Integer::sum);
                }
            }
            List<String> near = numbers.keySet().stream()
                    .filter(each -> Spelling.isNear(word, each))
                    .sorted(Comparator.<String>comparingInt(each -> difference(word, each))
                            .thenComparing(each -> -numbers.getOrDefault(each, 0))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST)
                    .toList();
            return near.stream()
                    .filter(each -> difference(word, each) == difference(word, near.get(0)))
                    .map(each -> Objects.requireNonNull(writings.get(each)))
                    .toList();
        }

        /** Endings weigh less than the rest of a word, which its stem holds too; its first letter is seldom mistaken. */
        private static int difference(String word, String other) {
            int beginning = word.charAt(0) == other.charAt(0) ? 0 : 1;
            return beginning
                    + Spelling.distance(word, other)
                    + Spelling.distance(FrenchWords.stem(word), FrenchWords.stem(other));
        }

        private static Stream<String> texts(@Nullable Object value) {
            if (value instanceof List<?> list) {
                return list.stream().flatMap(Suggestions::texts);
            }
            return value instanceof String text ? Stream.of(text) : Stream.empty();
        }
    }
}
