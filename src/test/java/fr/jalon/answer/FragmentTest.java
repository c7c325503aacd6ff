package fr.jalon.answer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.answer.HighlightsCompletion.Fragment.Piece;
import fr.jalon.plan.SearchTerms;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FragmentTest {

    private static final String LONG = "Une phrase qui ne dit rien du tout. ".repeat(20);

    @ParameterizedTest(name = "{0} in {1}")
    @CsvFileSource(resources = "/answer/fragments.txt", delimiter = '|', quoteCharacter = '§')
    void words_that_match_are_told_from_what_lies_between(String search, String text, @Nullable String marked) {
        assertThat(marked(text, search)).isEqualTo(marked == null ? "" : marked);
    }

    @Test
    void of_a_long_text_the_stretch_with_most_matches_is_cut_at_words() {
        String text = LONG + "Une échéance seule. " + LONG + "Une échéance publiée ici. " + LONG;

        assertThat(marked(text, "échéances publiées"))
                .startsWith("…Une phrase qui ne dit rien du tout. Une [échéance] [publiée] ici. Une phrase")
                .endsWith("Une phrase qui ne dit rien du…");
    }

    @Property(tries = 200)
    void a_fragment_is_bounded_and_stands_in_the_text(@ForAll @StringLength(max = 600) String noise) {
        String text = noise + " échéance " + noise;

        String fragment = HighlightsCompletion.Fragment.of(text, SearchTerms.of("echeance")).stream()
                .map(Piece::text)
                .collect(Collectors.joining());

        assertThat(fragment.length()).isLessThanOrEqualTo(202);
        assertThat(text).contains(fragment.replaceAll("^…|…$", ""));
    }

    private static String marked(String text, String search) {
        List<Piece> pieces = HighlightsCompletion.Fragment.of(text, SearchTerms.of(search));
        return pieces.stream()
                .map(piece -> piece.matches() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
