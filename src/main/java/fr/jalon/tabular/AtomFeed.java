package fr.jalon.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An Atom feed with an entry for each row; what has a day of its own bears it, anything else the day on which it was read.
 *
 * <p>Links are relative to the address of the feed, at which the pages of the same server are.
 */
final class AtomFeed implements TableWriter {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    /** Ids are names, of nobody's domain (<a href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a>). */
    private static final String TAG = "tag:jalon.invalid,2021:";

    private final XMLStreamWriter xml;
    private final EntryColumns columns;
    private final TableOrigin origin;

    AtomFeed(OutputStream out, EntryColumns columns, TableOrigin origin) throws IOException {
        this.columns = columns;
        this.origin = origin;
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", "fr");
            element("id", TAG + origin.list());
            element("title", "Jalon : " + origin.list());
            element("updated", instant(origin.day()));
            xml.writeStartElement("author");
            element("name", "Jalon" + (origin.revision().isEmpty() ? "" : ", révision " + origin.revision()));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        try {
            xml.writeStartElement("entry");
            element("id", TAG + columns.id(cells));
            element("title", columns.title(cells));
            element("updated", instant(columns.day(cells).orElse(origin.day())));
            xml.writeEmptyElement("link");
            xml.writeAttribute("href", columns.id(cells));
            element("summary", columns.text(cells));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void cutShort(String reason) throws IOException {
        try {
            xml.writeStartElement("entry");
            element("id", TAG + origin.list() + "/interruption");
            element("title", reason);
            element("updated", instant(origin.day()));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String instant(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
