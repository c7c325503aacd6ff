package fr.jalon.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of tables. */
public enum TableFormat {
    /** Text with semicolons, as French spreadsheets read it. */
    CSV("csv", "text/csv") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException {
            return new CsvWriter(out, columns);
        }
    },
    /** A workbook of Office Open XML (ECMA-376), with a second sheet that says where the first is from. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) {
            return new WorkbookTable(out, columns, origin);
        }
    };

    private final String extension;
    private final String mediaType;

    TableFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    abstract TableWriter writer(OutputStream out, List<Column> columns, TableOrigin origin) throws IOException;

    /** The ending of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The value of a {@code Content-Type} header. */
    public String contentType() {
        return this == CSV ? mediaType + ";charset=utf-8" : mediaType;
    }

    /** The format with that ending, if there is one. */
    public static Optional<TableFormat> ofExtension(String extension) {
        return Stream.of(values())
                .filter(each -> each.extension.equals(extension))
                .findFirst();
    }
}
