package fr.jalon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.pages.Block;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class WritersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "a | b             ¦ a \\| b",
                "*gras* _italique_ ¦ \\*gras\\* \\_italique\\_",
                "[texte](lien)     ¦ \\[texte\\](lien)",
                "<script>          ¦ \\<script>",
                "C:\\x             ¦ C:\\\\x",
                "A & B             ¦ A & B",
                "&lt;              ¦ \\&lt;",
                "1. Ouvrir         ¦ 1\\. Ouvrir",
                "- tiret           ¦ \\- tiret",
                "2.1 Ouvrir        ¦ 2\\.1 Ouvrir",
                "Services publics +¦ Services publics +",
            })
    void markdown_shows_a_text_as_it_is(String text, String written) {
        assertThat(markdown(new Block.Paragraph(text))).isEqualTo("# Titre\n\n" + written + "\n");
    }

    @Test
    void a_markdown_cell_stays_on_its_line() {
        Block table = table("une\n  deux", "x|y");

        assertThat(markdown(table)).endsWith("\n| A | B |\n| --- | --- |\n| une deux | x\\|y |\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"'&<>&amp;", "]]> -->", "a\u0000b\u001b[0m"})
    void html_holds_any_text_wherever_it_stands(String text) throws Exception {
        List<Block> blocks = List.of(
                new Block.Heading(2, text),
                new Block.Paragraph(text),
                new Block.Lines(List.of(new Block.Line("D1", text, "https://x.example/?a=1&b=\"" + text))),
                new Block.Table(text, List.of(new Block.Column(text, 100)), List.of(List.of(Block.Cell.of(text)))));

        Document page = Markup.of(SummaryFormat.HTML.text(text(text, blocks)));

        String shown = text.replaceAll("\\p{Cntrl}", "");
        for (String element : List.of("title", "h1", "h2", "p", "a", "caption", "th")) {
            assertThat(plain(page.getElementsByTagName(element).item(0).getTextContent()))
                    .as(element)
                    .isEqualTo(shown);
        }
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void html_tells_which_cells_name_rows_and_columns() throws Exception {
        Block table = table("a", "b");

        Document page = Markup.of(SummaryFormat.HTML.text(text("Titre", List.of(table))));

        assertThat(((Element) page.getElementsByTagName("th").item(0)).getAttribute("scope"))
                .isEqualTo("col");
        assertThat(((Element) page.getElementsByTagName("th").item(2)).getAttribute("scope"))
                .isEqualTo("row");
    }

    private static String markdown(Block block) {
        return SummaryFormat.MARKDOWN.text(text("Titre", List.of(block)));
    }

    private static Block table(String... cells) {
        return new Block.Table(
                "Légende",
                List.of(new Block.Column("A", 50), new Block.Column("B", 50)),
                List.of(Stream.of(cells).map(Block.Cell::of).toList()));
    }

    private static Block.Text text(String title, List<Block> blocks) {
        return new Block.Text(title, blocks);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
