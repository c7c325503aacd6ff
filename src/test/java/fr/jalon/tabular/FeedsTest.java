package fr.jalon.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import fr.jalon.execution.AnswerKey.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lists as feeds and calendars. */
class FeedsTest {

    private static final String DUE =
            "{ actions(filter: { due: { within: \"S1 2022\" } }) { nodes { id label code due { start end } } } }";

    @Test
    void a_calendar_has_a_day_for_each_row_which_is_the_last_of_its_period() throws IOException {
        String calendar = new String(bytes(DUE, TableFormat.ICALENDAR), StandardCharsets.UTF_8);

        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(calendar.lines().filter("BEGIN:VEVENT"::equals)).hasSize(37);
        assertThat(calendar.replace("\r\n ", ""))
                .contains("UID:action/spm-a05@jalon.invalid\r\n")
                .contains("SUMMARY:Développer l'échange des données par API et définir un calendrier de publication")
                .contains("DTSTART;VALUE=DATE:20220630\r\n")
                .contains("DESCRIPTION:code : A05\\ndue.start : 2022-01-01");
    }

    @Test
    void a_line_of_a_calendar_is_folded_before_it_has_more_than_75_bytes_and_what_has_a_meaning_is_escaped()
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Column> columns = List.of(
                new Column("id", List.of("id"), Column.Kind.TEXT, false),
                new Column("label", List.of("label"), Column.Kind.TEXT, false),
                new Column("end", List.of("end"), Column.Kind.DATE, false));
        String title = "Été 😀, puis ; et \\ et\nla suite, ".repeat(5);
        try (TableWriter writer = TableFormat.ICALENDAR.writer(
                bytes, columns, new TableOrigin("actions", "", LocalDate.of(2022, 3, 1), ""))) {
            writer.row(List.of("action/a", title, "2022-06-30"));
        }

        String calendar = bytes.toString(StandardCharsets.UTF_8);
        assertThat(calendar.lines())
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:" + "Été 😀\\, puis \\; et \\\\ et\\nla suite\\, ".repeat(5) + "\r\n");
    }

    @Test
    void a_feed_has_an_entry_for_each_row_with_its_day_and_its_page() throws Exception {
        Document feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(DUE, TableFormat.ATOM)));

        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(37);
        Element first = (Element) feed.getElementsByTagName("entry").item(0);
        assertThat(text(first, "updated")).matches("2022-0[1-6]-\\d\\dT00:00:00Z");
        assertThat(((Element) first.getElementsByTagName("link").item(0)).getAttribute("href"))
                .startsWith("action/");
        assertThat(text(first, "summary")).contains("code : A");
    }

    @Test
    void a_list_without_what_entries_are_made_of_is_refused_before_anything_is_read() {
        refuses("{ actions { nodes { code due { end } } } }", TableFormat.ATOM, "needs `id`, and `label`");
        refuses("{ actions { nodes { id label } } }", TableFormat.ICALENDAR, "needs a field of type Date");
    }

    private static void refuses(String query, TableFormat format, String words) {
        assertThatExceptionOfType(NoListException.class)
                .isThrownBy(() -> bytes(query, format))
                .withMessageContaining(words);
    }

    private static String text(Element entry, String name) {
        return entry.getElementsByTagName(name).item(0).getTextContent();
    }

    private static byte[] bytes(String query, TableFormat format) throws IOException {
        ListExport export = new ListExport(
                TestGraph.CONTRACT.graphQlSchema(),
                () -> Version.NOT_TOLD,
                request -> TestGraph.shared().answer(request.query(), request.variables()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((ListExport.Table) export.begin(TestGraph.request(query, Map.of()), format)).writeTo(bytes);
        return bytes.toByteArray();
    }
}
