package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchWordsTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/schema/same-words.txt", delimiter = '|', quoteCharacter = '§')
    void forms_of_the_same_words_have_the_same_stems(String text, String other) {
        assertThat(stems(text)).isEqualTo(stems(other));
    }

    @ParameterizedTest
    @CsvSource({"route, ruse", "ministère, ministre", "donner, ordonner", "api, appli"})
    void other_words_have_other_stems(String text, String other) {
        assertThat(stems(text)).isNotEqualTo(stems(other));
    }

    @Test
    void what_is_indexed_holds_every_word_and_its_stem_where_that_differs() {
        assertThat(FrenchWords.indexed("L’échéance : API, data.gouv.fr"))
                .isEqualTo("l echeance echeanc api data gouv fr");
    }

    @Test
    void words_are_told_where_they_stand() {
        assertThat(FrenchWords.places("L’œuvre, e\u0301crite"))
                .containsExactly(
                        new FrenchWords.Place(0, 1, "l"),
                        new FrenchWords.Place(2, 7, "oeuvre"),
                        new FrenchWords.Place(9, 16, "ecrite"));
    }

    private static List<String> stems(String text) {
        List<String> words = FrenchWords.of(text);
        List<String> telling =
                words.stream().filter(word -> !FrenchWords.isEmptyWord(word)).toList();
        return (telling.isEmpty() ? words : telling)
                .stream().map(FrenchWords::stem).toList();
    }
}
