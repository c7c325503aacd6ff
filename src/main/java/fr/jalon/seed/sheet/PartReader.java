package fr.jalon.seed.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of one part of a workbook, those of its main namespaces only.
 *
 * <p>A part holds no document type (ECMA-376, part 2, 9.1.1), and one that does is refused: no entity is ever resolved.
 */
final class PartReader implements Closeable {

    private static final int DEEPEST = 100;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final Set<String> OURS = Set.of(
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "http://schemas.openxmlformats.org/package/2006/relationships");
    private static final Set<String> RELATIONSHIPS = Set.of(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private final InputStream stream;
    private final XMLStreamReader xml;
    private int event;
    private int depth;

    PartReader(InputStream stream) {
        this.stream = stream;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            this.xml = factory.createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /** Moves to the next start or end of an element; false at the end of the part. */
    boolean next() {
        while (advance()) {
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private boolean advance() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw damaged();
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new ContentException("a workbook with a document type, which none has", "one that a program saved");
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (depth > DEEPEST) {
            throw new ContentException(
                    "a workbook whose elements are more than %s deep".formatted(DEEPEST), "one that a program saved");
        }
        return true;
    }

    boolean starts(String element) {
        return event == XMLStreamConstants.START_ELEMENT && is(element);
    }

    boolean ends(String element) {
        return event == XMLStreamConstants.END_ELEMENT && is(element);
    }

    private boolean is(String element) {
        return xml.getLocalName().equals(element) && OURS.contains(String.valueOf(xml.getNamespaceURI()));
    }

    @Nullable
    String attribute(String name) {
        return event == XMLStreamConstants.START_ELEMENT ? xml.getAttributeValue(null, name) : null;
    }

    /** An attribute that is true or false, and false where it is not there. */
    boolean isSet(String name) {
        String value = attribute(name);
        return value != null && truth(value);
    }

    /** True or false in any writing that programs have for it; throws {@link ContentException} for what is neither. */
    static boolean truth(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true", "t", "on" -> true;
            case "0", "false", "f", "off" -> false;
            default -> throw damaged();
        };
    }

    /** The id of a relation, such as {@code r:id}. */
    @Nullable
    String relation() {
        for (String each : RELATIONSHIPS) {
            String id = xml.getAttributeValue(each, "id");
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    /** All text inside the element that starts here, up to its end. */
    String text() {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        while (depth >= outer && advance()) {
            append(text);
        }
        return text.toString();
    }

    /**
     * The text of a string item: that of its runs, without what tells how to pronounce it (ECMA-376, part 1, 18.4.8), and
     * decoded.
     */
    String richText() {
        StringBuilder text = new StringBuilder();
        int outer = depth;
        int phonetic = 0;
        int shown = 0;
        while (depth >= outer && advance()) {
            if (starts("rPh") || ends("rPh")) {
                phonetic += starts("rPh") ? 1 : -1;
            } else if (starts("t") || ends("t")) {
                shown += starts("t") ? 1 : -1;
            } else if (shown > 0 && phonetic == 0) {
                append(text);
            }
        }
        return EscapedText.decoded(text.toString());
    }

    private void append(StringBuilder text) {
        if (event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > LONGEST_TEXT) {
                throw new ContentException(
                        "a cell of more than %s characters".formatted(LONGEST_TEXT), "at most 32767, as Excel allows");
            }
        }
    }

    static ContentException damaged() {
        return new ContentException("a workbook that is damaged", "it whole: save or send it again");
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
