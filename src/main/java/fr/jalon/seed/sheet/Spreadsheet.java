package fr.jalon.seed.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Spreadsheet files: read by what they hold, whatever their names end in, and written as their names say. */
public final class Spreadsheet {

    private static final int LONGEST_MEBIBYTES = 64;
    private static final String A_SPREADSHEET = "a spreadsheet, .xlsx or .csv";

    private Spreadsheet() {}

    /**
     * Reads a sheet, the first visible one where none has that name, of a workbook (.xlsx, .xlsm) or a text (.csv).
     *
     * @throws SheetException if the file is something else, which the message names with what to do
     */
    public static Table read(Path file, String sheet) {
        try {
            byte[] bytes = bytes(file);
            return FileKind.of(file, bytes) == FileKind.WORKBOOK
                    ? WorkbookReader.read(file, sheet)
                    : CsvText.table(DecodedText.of(bytes));
        } catch (ContentException e) {
            throw e.of(file);
        } catch (AccessDeniedException e) {
            throw new SheetException(
                    "%s: found a file whose permissions do not allow to read it, expected ones that do".formatted(file),
                    e);
        } catch (IOException e) {
            throw new SheetException(
                    "%s: found a file that cannot be read (%s), expected %s"
                            .formatted(file, e.getMessage(), A_SPREADSHEET),
                    e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ContentException("a folder", A_SPREADSHEET);
        } else if (Files.notExists(file)) {
            throw new ContentException("no such file", "a spreadsheet");
        } else if (!Files.isRegularFile(file)) {
            throw new ContentException("what is no ordinary file", A_SPREADSHEET);
        }
        int longest = LONGEST_MEBIBYTES << 20;
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new ContentException(
                        "a file of more than %s MiB".formatted(LONGEST_MEBIBYTES), "a smaller one: the table alone");
            }
            return bytes;
        }
    }

    /**
     * Writes sheets in the format that the ending names, .xlsx or .csv, which holds the first only.
     *
     * @throws SheetException if it has another ending or cannot be written; a file that was there is then as it was
     */
    public static void write(Path file, List<Page> pages) {
        try {
            byte[] bytes = isWorkbook(file) ? WorkbookWriter.bytes(pages) : CsvText.bytes(pages.get(0));
            replace(file, bytes);
        } catch (ContentException e) {
            throw e.of(file);
        } catch (IOException e) {
            throw new SheetException("%s cannot be written (%s)".formatted(file, reason(file, e)), e);
        }
    }

    private static boolean isWorkbook(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".csv")) {
            throw new ContentException("another ending", ".xlsx or .csv");
        }
        return name.endsWith(".xlsx");
    }

    /** A full disk leaves half a file, so what is there is replaced only by a whole one. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            Files.write(file, bytes);
            return;
        }
        Path draft = file.resolveSibling(".jalon-%s.part".formatted(UUID.randomUUID()));
        try {
            Files.write(draft, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (Files.exists(file)) {
                PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
                if (view != null) {
                    view.setPermissions(Files.getPosixFilePermissions(file));
                }
                Files.move(draft, file.toRealPath(), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, file);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String reason(Path file, IOException failure) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "there is no folder %s".formatted(folder);
        } else if (Files.isDirectory(file)) {
            return "it is a folder";
        } else if (failure instanceof AccessDeniedException) {
            return "the permissions of %s do not allow it".formatted(folder);
        }
        return String.valueOf(failure.getMessage());
    }
}
