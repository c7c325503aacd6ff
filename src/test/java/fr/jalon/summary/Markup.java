package fr.jalon.summary;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a page as XML, which fails on anything that is not closed or escaped. */
final class Markup {

    private Markup() {}

    static Document of(String page) throws Exception {
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        reader.setErrorHandler(new DefaultHandler());
        return reader.parse(new InputSource(new StringReader(page)));
    }
}
