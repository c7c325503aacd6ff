package fr.jalon.seed.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a file is by what it holds; people rename files, and programs give them endings that are not theirs. */
enum FileKind {
    WORKBOOK,
    TEXT;

    private static final String SAVED = "it saved as .xlsx or as CSV UTF-8";
    private static final String TABLE_IN_IT = "the table in it, copied into a spreadsheet and saved as .xlsx";
    /** What begins a SYLK file, and no table with a column "id" before one such as "porteurs". */
    private static final Pattern SYLK = Pattern.compile("id;p[^\\r\\n]*[\\r\\n]+[a-z]{1,2};");

    private static final int DIRECTORY_ENTRY = 128;
    private static final int LOOKED_AT = 4096;

    /** Beginnings of files, one char a byte, and what they are. */
    private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

    static {
        BEGINNINGS.put("%PDF-", "a PDF document");
        BEGINNINGS.put("{\\rtf", "a text document (RTF)");
        BEGINNINGS.put("\u0089PNG", "a picture (PNG)");
        BEGINNINGS.put("\u00ff\u00d8\u00ff", "a picture (JPEG)");
        BEGINNINGS.put("GIF8", "a picture (GIF)");
        BEGINNINGS.put("II*\0", "a picture (TIFF)");
        BEGINNINGS.put("MM\0*", "a picture (TIFF)");
        BEGINNINGS.put("\u001f\u008b", "a compressed file (gzip)");
        BEGINNINGS.put("BZh", "a compressed file (bzip2)");
        BEGINNINGS.put("7z\u00bc\u00af", "an archive (7z)");
        BEGINNINGS.put("Rar!", "an archive (RAR)");
        BEGINNINGS.put("L\0\0\0\u0001\u0014\u0002\0", "a shortcut to a file (.lnk)");
        BEGINNINGS.put("SQLite format 3\0", "a database (SQLite)");
    }

    /** Tells the kinds that can be read; throws {@link ContentException} that names any other, and what to do. */
    static FileKind of(Path file, byte[] bytes) throws IOException {
        String start = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (start.isEmpty()) {
            throw new ContentException("an empty file", "a spreadsheet, .xlsx or .csv");
        }
        for (Map.Entry<String, String> each : BEGINNINGS.entrySet()) {
            if (start.startsWith(each.getKey())) {
                throw new ContentException(each.getValue(), TABLE_IN_IT);
            }
        }
        if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6") || start.startsWith("PK\7\b")) {
            OfficePackage.requireWorkbook(file);
            return WORKBOOK;
        }
        refuseOldWorkbook(start, bytes);
        refuseMarkup(markup(start));
        return TEXT;
    }

    /** Compound files (MS-CFB) hold the workbooks of Excel 97 to 2003, and any that a password protects. */
    private static void refuseOldWorkbook(String start, byte[] bytes) {
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            if (hasStream(bytes, "EncryptedPackage")) {
                throw new ContentException(
                        "a workbook that a password protects", "it saved without a password (Fichier, Informations)");
            } else if (hasStream(bytes, "Workbook") || hasStream(bytes, "Book")) {
                throw new ContentException("a workbook of Excel 97 to 2003 (.xls)", SAVED);
            } else if (hasStream(bytes, "WordDocument")) {
                throw new ContentException("a text document (.doc)", TABLE_IN_IT);
            }
            throw new ContentException("a file of an older Office program, or a part of one", SAVED);
        } else if (start.length() > 1 && start.charAt(0) == '\t' && "\0\2\4\b".indexOf(start.charAt(1)) >= 0) {
            throw new ContentException("a workbook of an early Excel (.xls)", SAVED);
        }
    }

    /** Whether an entry of the directory, which fills 128 bytes and begins with its name, has this name. */
    private static boolean hasStream(byte[] bytes, String name) {
        byte[] sought = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        for (int entry = 0; entry + sought.length <= bytes.length; entry += DIRECTORY_ENTRY) {
            int same = 0;
            while (same < sought.length && bytes[entry + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }

    private static void refuseMarkup(String start) {
        if (start.startsWith("<")) {
            refuseElements(start);
        } else if (start.startsWith("mime-version:") && start.contains("multipart")) {
            throw new ContentException("a web archive (MHTML)", SAVED);
        } else if (SYLK.matcher(start).lookingAt()) {
            throw new ContentException("a SYLK file (.slk)", SAVED);
        } else if (start.startsWith("[internetshortcut]")) {
            throw new ContentException("a shortcut to a page (.url)", "the spreadsheet itself");
        } else if (start.startsWith("{") && start.contains("docs.google.com")) {
            throw new ContentException("a link to a Google sheet (.gsheet)", "it downloaded as .xlsx");
        }
    }

    private static void refuseElements(String start) {
        if (start.startsWith("<!doctype html")
                || start.startsWith("<table")
                || start.startsWith("<meta")
                || start.startsWith("<head")
                || start.contains("<html")) {
            throw new ContentException("a page of HTML, as some programs name .xls", SAVED);
        } else if (start.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
            throw new ContentException("an XML spreadsheet of Excel 2003", SAVED);
        } else if (start.contains("urn:oasis:names:tc:opendocument")) {
            throw new ContentException("a flat OpenDocument file", SAVED);
        } else if (start.startsWith("<?xml")) {
            throw new ContentException("an XML file", "a spreadsheet, .xlsx or .csv");
        }
    }

    /** Small letters of the beginning, without a mark of UTF-8 or UTF-16 and the zero bytes of the latter. */
    private static String markup(String start) {
        return start.replace("\u00ef\u00bb\u00bf", "")
                .replace("\u00ff\u00fe", "")
                .replace("\u00fe\u00ff", "")
                .replace("\0", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
