package fr.jalon.seed.sheet;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The parts of an Office file and how they lead to each other (ECMA-376, part 2), in its Transitional and its Strict form.
 *
 * <p>The parts are read as streams of bounded length, for a small archive can unpack to any size.
 */
final class OfficePackage implements Closeable {

    private static final long LONGEST_PART_MEBIBYTES = 512;
    private static final String SAVED = "it saved as .xlsx or as CSV UTF-8";

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    /**
     * A relationship of a part.
     *
     * @param id by which the part names it
     * @param kind last word of its type, such as {@code worksheet}
     * @param target name of the part it leads to
     */
    record Relation(String id, String kind, String target) {}

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
        zip.stream().forEach(each -> parts.putIfAbsent(key(each.getName()), each));
    }

    /** Opens the archive; throws {@link ContentException} when it is cut off or protected. */
    static OfficePackage open(Path file) throws IOException {
        try {
            return new OfficePackage(new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw String.valueOf(e.getMessage()).contains("encrypted")
                    ? new ContentException("an archive that a password protects", "it without a password")
                    : new ContentException("a workbook that is cut off or damaged", "it whole: save or send it again");
        }
    }

    /** Throws {@link ContentException} that names what the archive is, unless it is a workbook that can be read. */
    static void requireWorkbook(Path file) throws IOException {
        try (OfficePackage archive = open(file)) {
            String main = archive.main();
            if (archive.has("Index/Document.iwa") || archive.has("Index.zip")) {
                throw new ContentException("a file of Numbers or Pages (iWork)", "it exported as .xlsx");
            } else if (archive.has("content.xml")) {
                throw new ContentException(archive.openDocument(), SAVED);
            } else if (main.endsWith(".bin")) {
                throw new ContentException("a binary workbook of Excel (.xlsb)", SAVED);
            } else if (main.startsWith("word/")) {
                throw new ContentException("a text document (.docx)", SAVED);
            } else if (main.startsWith("ppt/")) {
                throw new ContentException("slides (.pptx)", SAVED);
            } else if (!archive.has(main)) {
                throw new ContentException("a ZIP archive without a workbook", "the spreadsheet itself");
            }
        }
    }

    private String openDocument() throws IOException {
        try (InputStream stream = stream("mimetype")) {
            String type = new String(stream.readNBytes(100), StandardCharsets.US_ASCII);
            return type.contains("spreadsheet") ? "an OpenDocument spreadsheet (.ods)" : "an OpenDocument file";
        }
    }

    /** Name of the part that the file is for, such as {@code xl/workbook.xml}. */
    String main() throws IOException {
        for (Relation each : relations("")) {
            if (each.kind().equals("officeDocument")) {
                return each.target();
            }
        }
        return "xl/workbook.xml";
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** The target of the first relation of a kind. */
    static Optional<String> target(List<Relation> relations, String kind) {
        return relations.stream()
                .filter(each -> each.kind().equals(kind))
                .map(Relation::target)
                .findFirst();
    }

    /** What a part leads to, in the order of the file; none where it does not say. */
    List<Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (has(name)) {
            try (PartReader xml = read(name)) {
                while (xml.next()) {
                    String target = xml.attribute("Target");
                    if (xml.starts("Relationship")
                            && target != null
                            && !"External".equals(xml.attribute("TargetMode"))) {
                        String type = String.valueOf(xml.attribute("Type"));
                        relations.add(new Relation(
                                String.valueOf(xml.attribute("Id")),
                                type.substring(type.lastIndexOf('/') + 1),
                                resolved(folder, target)));
                    }
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        try {
            String path = URI.create("/" + folder.replace(" ", "%20"))
                    .resolve(target.replace('\\', '/').replace(" ", "%20"))
                    .getPath();
            return path == null ? target : path.substring(1);
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    /** Reads a part that has to be there. */
    PartReader read(String part) throws IOException {
        return new PartReader(stream(part));
    }

    private InputStream stream(String part) throws IOException {
        ZipEntry entry = parts.get(key(part));
        if (entry == null) {
            throw new ContentException(
                    "a workbook without its part %s".formatted(part), "it whole: save or send it again");
        }
        return new Bounded(zip.getInputStream(entry));
    }

    /** Names of parts are the same in whatever case, and some programs write the slashes of Windows. */
    private static String key(String name) {
        String slashed = name.replace('\\', '/');
        return (slashed.startsWith("/") ? slashed.substring(1) : slashed).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Bounded extends FilterInputStream {

        private long left = LONGEST_PART_MEBIBYTES << 20;

        Bounded(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int read = super.read(bytes, start, length);
            count(read);
            return read;
        }

        private void count(int read) {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw new ContentException(
                        "a workbook with a part that unpacks to more than %s MiB".formatted(LONGEST_PART_MEBIBYTES),
                        "a smaller one: the table alone");
            }
        }
    }
}
