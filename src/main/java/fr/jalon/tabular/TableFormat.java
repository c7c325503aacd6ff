package fr.jalon.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of tables. */
public enum TableFormat {
    /** Text with semicolons, as French spreadsheets read it. */
    CSV("csv", "CSV", "text/csv") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException {
            return new CsvWriter(out, columns);
        }
    },
    /** A workbook of Office Open XML (ECMA-376), with a second sheet that says where the first is from. */
    XLSX("xlsx", "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) {
            return new WorkbookTable(out, columns, origin);
        }
    },
    /** A feed (<a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>) with an entry for each row. */
    ATOM("atom", "Flux Atom", "application/atom+xml") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException {
            return new AtomFeed(out, EntryColumns.of(columns), origin);
        }

        @Override
        void requireColumns(List<Column> columns) {
            EntryColumns.of(columns).requireNames();
        }
    },
    /** A calendar (<a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>) with a day for each row that has one. */
    ICALENDAR("ics", "Calendrier (iCalendar)", "text/calendar") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException {
            return new CalendarFile(out, EntryColumns.of(columns), origin);
        }

        @Override
        void requireColumns(List<Column> columns) {
            EntryColumns.of(columns).requireNames().requireDay();
        }
    };

    private final String extension;
    private final String label;
    private final String mediaType;

    TableFormat(String extension, String label, String mediaType) {
        this.extension = extension;
        this.label = label;
        this.mediaType = mediaType;
    }

    abstract TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException;

    /** Requires columns that the format cannot do without; throws {@link NoListException}. */
    void requireColumns(List<Column> columns) {}

    /** All endings, as messages list them. */
    public static String extensions() {
        return Stream.of(values()).map(TableFormat::extension).collect(Collectors.joining(", "));
    }

    /** The ending of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** What people read, in French. */
    public String label() {
        return label;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of a {@code Content-Type} header. */
    public String contentType() {
        return this == XLSX ? mediaType : mediaType + ";charset=utf-8";
    }

    /** The format with that ending, if there is one. */
    public static Optional<TableFormat> ofExtension(String extension) {
        return Stream.of(values())
                .filter(each -> each.extension.equals(extension))
                .findFirst();
    }
}
