package fr.jalon.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A calendar with a whole day for each row that has one; rows without are left out, for a calendar has no place for them.
 *
 * <p>Of <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a> it takes a handful of lines, so it is written here: the
 * usual library puts itself before Java's own time zones, at each start of the program.
 */
final class CalendarFile implements TableWriter {

    /** Bytes of a line at the most, without its end (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final String END_OF_LINE = "\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Writer writer;
    private final EntryColumns columns;
    private final TableOrigin origin;

    CalendarFile(OutputStream out, EntryColumns columns, TableOrigin origin) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.columns = columns;
        this.origin = origin;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Jalon//Jalon//FR");
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
        line("BEGIN:VEVENT");
        line("UID:" + escaped(id) + "@jalon.invalid");
        line("DTSTAMP:" + origin.day().format(DAY) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + day.format(DAY));
        line("SUMMARY:" + escaped(title));
        if (!text.isEmpty()) {
            line("DESCRIPTION:" + escaped(text));
        }
        line("END:VEVENT");
    }

    /** A value of the type TEXT (section 3.3.11). */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** A line, folded where it is too long, never within a character. */
    private void line(String text) throws IOException {
        int length = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            String character = text.substring(i, text.offsetByCodePoints(i, 1));
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                writer.write(END_OF_LINE + " ");
                length = 1;
            }
            writer.write(character);
            length += bytes;
        }
        writer.write(END_OF_LINE);
    }

    @Override
    public void close() throws IOException {
        line("END:VCALENDAR");
        writer.close();
    }
}
