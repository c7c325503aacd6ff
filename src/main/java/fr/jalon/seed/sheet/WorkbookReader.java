package fr.jalon.seed.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a sheet of a workbook (ECMA-376, part 1, 18: SpreadsheetML) in its Transitional and its Strict form.
 *
 * <p>The library that writes ours reads the Transitional form only, days from 1904 and true in one of their two writings,
 * and no day in ISO 8601; its peer in Apache POI refuses the Strict form as well.
 */
final class WorkbookReader {

    private final OfficePackage archive;
    private final List<NamedSheet> sheets = new ArrayList<>();
    private boolean from1904;

    private record NamedSheet(String name, String relation, boolean visible) {}

    private WorkbookReader(OfficePackage archive) {
        this.archive = archive;
    }

    /** The sheet of a name, in whatever case and even if it is hidden, or else the first that is visible. */
    static Table read(Path file, String name) throws IOException {
        try (OfficePackage archive = OfficePackage.open(file)) {
            return new WorkbookReader(archive).table(name);
        }
    }

    private Table table(String name) throws IOException {
        String main = archive.main();
        readWorkbook(main);
        List<OfficePackage.Relation> relations = archive.relations(main);
        Map<String, String> parts = new HashMap<>();
        relations.stream()
                .filter(each -> each.kind().equals("worksheet"))
                .forEach(each -> parts.put(each.id(), each.target()));
        sheets.removeIf(each -> !parts.containsKey(each.relation()));
        NamedSheet sheet = sheet(name)
                .orElseThrow(() -> new ContentException("a workbook without a sheet of cells", "one that has a table"));
        List<String> texts = sharedTexts(OfficePackage.target(relations, "sharedStrings"));
        List<NumberFormat> formats = formats(OfficePackage.target(relations, "styles"));
        try (PartReader xml = archive.read(Objects.requireNonNull(parts.get(sheet.relation())))) {
            return new SheetReader(xml, texts, formats, from1904).table();
        }
    }

    private Optional<NamedSheet> sheet(String name) {
        return sheets.stream()
                .filter(each -> each.name().strip().equalsIgnoreCase(name))
                .findFirst()
                .or(() -> sheets.stream().filter(NamedSheet::visible).findFirst())
                .or(() -> sheets.stream().findFirst());
    }

    private void readWorkbook(String part) throws IOException {
        try (PartReader xml = archive.read(part)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.isSet("date1904");
                } else if (xml.starts("sheet")) {
                    String state = xml.attribute("state");
                    sheets.add(new NamedSheet(
                            EscapedText.decoded(String.valueOf(xml.attribute("name"))),
                            String.valueOf(xml.relation()),
                            state == null || state.equals("visible")));
                }
            }
        }
    }

    private List<String> sharedTexts(Optional<String> part) throws IOException {
        List<String> texts = new ArrayList<>();
        if (part.isPresent() && archive.has(part.get())) {
            try (PartReader xml = archive.read(part.get())) {
                long length = 0;
                while (xml.next()) {
                    if (xml.starts("si")) {
                        texts.add(xml.richText());
                        length += texts.get(texts.size() - 1).length();
                        requireRoom(texts.size(), length);
                    }
                }
            }
        }
        return texts;
    }

    private static void requireRoom(int texts, long length) {
        Table.requireRoom(texts);
        if (length > SheetReader.MOST_CHARACTERS) {
            throw SheetReader.tooLong();
        }
    }

    /** What the formats of cells show, by their index. */
    private List<NumberFormat> formats(Optional<String> part) throws IOException {
        List<NumberFormat> formats = new ArrayList<>();
        Map<Integer, String> codes = new HashMap<>();
        if (part.isPresent() && archive.has(part.get())) {
            try (PartReader xml = archive.read(part.get())) {
                boolean ofCells = false;
                while (xml.next()) {
                    if (xml.starts("numFmt")) {
                        codes.put(
                                number(xml, "numFmtId"),
                                EscapedText.decoded(String.valueOf(xml.attribute("formatCode"))));
                    } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                        ofCells = xml.starts("cellXfs");
                    } else if (ofCells && xml.starts("xf")) {
                        int id = number(xml, "numFmtId");
                        formats.add(NumberFormat.of(id, codes.get(id)));
                        Table.requireRoom(formats.size());
                    }
                }
            }
        }
        return formats;
    }

    private static int number(PartReader xml, String attribute) {
        try {
            return Integer.parseInt(Objects.requireNonNullElse(xml.attribute(attribute), "0"));
        } catch (NumberFormatException e) {
            throw PartReader.damaged();
        }
    }
}
