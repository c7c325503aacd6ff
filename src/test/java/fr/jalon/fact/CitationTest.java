package fr.jalon.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    LINE  | 124   | 124   | citation/spm-2021/l0124       | ligne 124
                    LINE  | 209   | 213   | citation/spm-2021/l0209-0213  | lignes 209-213
                    LINE  | 12345 | 12345 | citation/spm-2021/l12345      | ligne 12345
                    ENTRY | 3     | 3     | citation/spm-2021/e3          | entrée 3
                    ENTRY | 3     | 12    | citation/spm-2021/e3-12       | entrées 3-12""")
    void a_citation_has_a_sortable_id_and_french_words(
            Citation.Unit unit, int first, int last, String id, String locator) {
        Citation citation = new Citation("document/spm-2021", unit, first, last, Citation.Context.NONE);

        assertThat(citation.id()).isEqualTo(id);
        assertThat(citation.locator()).isEqualTo(locator);
    }

    @Test
    void the_section_stands_before_the_lines_and_does_not_change_the_id() {
        Citation citation =
                new Citation("document/spm-2021", Citation.Unit.LINE, 124, 124, under("2.1 Mieux connaître"));

        assertThat(citation.locator()).isEqualTo("2.1 Mieux connaître, ligne 124");
        assertThat(citation.id()).isEqualTo("citation/spm-2021/l0124");
    }

    @Test
    void a_long_section_is_cut_between_words() {
        String section = "4.1. S’appuyer sur l’administrateur ministériel des données, des algorithmes et des codes";

        assertThat(new Citation("document/mtfp-2021", Citation.Unit.LINE, 1, 1, under(section)).locator())
                .isEqualTo("4.1. S’appuyer sur l’administrateur ministériel des données, des…, ligne 1");
    }

    private static Citation.Context under(String section) {
        return new Citation.Context(section, null, null, null, null);
    }
}
