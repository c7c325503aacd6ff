package fr.jalon.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.FoldingWriter;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import org.jspecify.annotations.Nullable;

/** A calendar with a whole day for each row that has one; rows without are left out, for a calendar has no place for them. */
final class CalendarFile implements TableWriter {

    private static final String BEGIN =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jalon//Jalon//FR\r\nCALSCALE:GREGORIAN\r\n";
    private static final String END = "END:VCALENDAR\r\n";

    private final Writer writer;
    private final EntryColumns columns;
    private final TableOrigin origin;

    CalendarFile(OutputStream out, EntryColumns columns, TableOrigin origin) throws IOException {
        this.writer = new FoldingWriter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8), FoldingWriter.REDUCED_FOLD_LENGTH);
        this.columns = columns;
        this.origin = origin;
        writer.write(BEGIN);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        Optional<LocalDate> day = columns.day(cells);
        if (day.isPresent()) {
            event(columns.id(cells), day.get(), columns.title(cells), columns.text(cells));
        }
    }

    @Override
    public void cutShort(String reason) throws IOException {
        event(origin.list() + "/interruption", origin.day(), reason, "");
    }

    private void event(String id, LocalDate day, String title, String text) throws IOException {
        VEvent event = new VEvent(new PropertyList(List.of(
                new Uid(id + "@jalon.invalid"),
                new DtStamp(origin.day().atStartOfDay(ZoneOffset.UTC).toInstant()),
                new DtStart<>(day),
                new Summary(title),
                new Description(text))));
        writer.write(event.toString());
    }

    @Override
    public void close() throws IOException {
        writer.write(END);
        writer.close();
    }
}
