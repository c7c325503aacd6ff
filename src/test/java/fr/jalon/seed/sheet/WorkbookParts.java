package fr.jalon.seed.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a workbook as readable XML, from which a file is made: what one program or another writes. */
public final class WorkbookParts {

    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Inner XML of the workbook's properties and of the parts, by the names that are used in the cases. */
    public static WorkbookParts of(boolean strict, Map<String, String> xml) {
        WorkbookParts workbook = new WorkbookParts();
        String main = strict
                ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = strict ? STRICT : TRANSITIONAL;
        String open = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n%s<%s xmlns=\"" + main
                + "\" xmlns:r=\"" + relations + "\">%s</%s>";
        String sheets = xml.getOrDefault("sheets", "<sheet name=\"actions\" sheetId=\"1\" r:id=\"rId1\"/>");
        String type = xml.getOrDefault("doctype", "");
        workbook.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        workbook.put("_rels/.rels", relations("<Relationship Id=\"r\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                .formatted(relations)));
        workbook.put(
                "xl/workbook.xml",
                open.formatted("", "workbook", "<workbookPr %s/><sheets>%s</sheets>"
                        .formatted(xml.getOrDefault("workbookPr", ""), sheets), "workbook"));
        workbook.put("xl/_rels/workbook.xml.rels", relations("""
                <Relationship Id="rId1" Type="%1$s/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="%1$s/worksheet" Target="/xl/worksheets/sheet2.xml"/>
                <Relationship Id="rId3" Type="%1$s/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="rId4" Type="%1$s/styles" Target="styles.xml"/>
                """.formatted(relations)));
        workbook.put("xl/worksheets/sheet1.xml", open.formatted(
                type, "worksheet", "<sheetData>%s</sheetData>%s".formatted(xml.getOrDefault("rows", ""), xml.getOrDefault("after", "")), "worksheet"));
        workbook.put("xl/worksheets/sheet2.xml", open.formatted("", "worksheet", "<sheetData>%s</sheetData>".formatted(xml.getOrDefault("rows2", "")), "worksheet"));
        if (xml.containsKey("strings")) {
            workbook.put("xl/sharedStrings.xml", open.formatted("", "sst", xml.get("strings"), "sst"));
        }
        if (xml.containsKey("styles")) {
            workbook.put("xl/styles.xml", open.formatted("", "styleSheet", xml.get("styles"), "styleSheet"));
        }
        return workbook;
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(inner);
    }

    WorkbookParts put(String name, String text) {
        parts.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return file;
    }
}
