package fr.jalon.seed.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Finds the merged cells of a sheet, of which the reader of cells does not tell (ECMA-376, part 1, 18.3.1.55).
 */
final class MergedAreas {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private MergedAreas() {}

    /** Areas such as {@code B4:B6}, in the order of the file. */
    static List<String> of(byte[] workbook, String sheet) throws IOException {
        Map<String, byte[]> parts = parts(workbook);
        List<String> ids = new ArrayList<>();
        read(parts, "xl/workbook.xml", "sheet", element -> {
            if (sheet.equals(element.getAttributeValue(null, "name"))) {
                ids.add(element.getAttributeValue(RELATIONSHIPS, "id"));
            }
        });
        List<String> paths = new ArrayList<>();
        read(parts, "xl/_rels/workbook.xml.rels", "Relationship", element -> {
            if (ids.contains(element.getAttributeValue(null, "Id"))) {
                paths.add(element.getAttributeValue(null, "Target"));
            }
        });
        List<String> areas = new ArrayList<>();
        for (String path : paths) {
            String part = path.startsWith("/") ? path.substring(1) : "xl/" + path;
            read(parts, part, "mergeCell", element -> areas.add(element.getAttributeValue(null, "ref")));
        }
        return areas;
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static void read(Map<String, byte[]> parts, String part, String element, Consumer<XMLStreamReader> reader)
            throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            byte[] bytes = parts.getOrDefault(part, "<none/>".getBytes(StandardCharsets.UTF_8));
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    reader.accept(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
