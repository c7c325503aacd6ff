package fr.jalon.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import fr.jalon.execution.AnswerKey.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Lists as feeds and calendars, read back by the parsers of others. */
class FeedsTest {

    private static final String DUE =
            "{ actions(filter: { due: { within: \"S1 2022\" } }) { nodes { id label code due { start end } } } }";

    @Test
    void a_calendar_has_a_day_for_each_row_which_is_the_last_of_its_period() throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes(DUE, TableFormat.ICALENDAR)));
        List<VEvent> events = calendar.getComponents("VEVENT");

        assertThat(events).hasSize(37);
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("action/spm-a05@jalon.invalid");
            assertThat(event.getDateTimeStart().getValue()).isEqualTo("20220630");
            assertThat(event.getSummary().getValue()).startsWith("Développer l'échange des données par API");
        });
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
