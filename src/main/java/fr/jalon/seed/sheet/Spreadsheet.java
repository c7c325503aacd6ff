package fr.jalon.seed.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A spreadsheet file, whose ending tells its format. */
public sealed interface Spreadsheet permits CsvFile, XlsxFile {

    /** The format that the ending names; throws {@link SheetException} for another than .xlsx or .csv. */
    static Spreadsheet of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return new XlsxFile();
        } else if (name.endsWith(".csv")) {
            return new CsvFile();
        }
        throw new SheetException("%s: found another ending, expected .xlsx or .csv".formatted(file));
    }

    /** Reads a sheet, the first one where none has that name; throws {@link SheetException}. */
    static Table read(Path file, String sheet) {
        Spreadsheet format = of(file);
        try {
            return format.table(Files.readAllBytes(file), sheet);
        } catch (NoSuchFileException e) {
            throw new SheetException("%s: found no such file, expected a spreadsheet".formatted(file), e);
        } catch (IOException | RuntimeException e) {
            throw new SheetException(
                    "%s: found a file that cannot be read, expected a spreadsheet of that ending".formatted(file), e);
        }
    }

    /** What a file with these sheets holds; a format with one sheet takes the first; throws {@link SheetException}. */
    static byte[] bytes(Path file, List<Page> pages) {
        Spreadsheet format = of(file);
        try {
            return format.bytes(pages);
        } catch (IOException e) {
            throw new SheetException("%s cannot be made".formatted(file), e);
        }
    }

    /** Reads a sheet, the first one where none has that name. */
    Table table(byte[] bytes, String sheet) throws IOException;

    /** The bytes of a file with these sheets. */
    byte[] bytes(List<Page> pages) throws IOException;
}
