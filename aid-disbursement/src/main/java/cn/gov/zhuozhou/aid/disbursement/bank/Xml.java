package cn.gov.zhuozhou.aid.disbursement.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a UTF-8 document of one namespace; the JDK's writer with its checked exceptions turned into {@link IOException}. */
final class Xml {
    private static final int BUFFER = 1 << 16;

    private final XMLStreamWriter out;
    private final String namespace;
    private boolean root = true;

    Xml(OutputStream stream, String namespace) throws IOException {
        try {
            out = XMLOutputFactory.newDefaultFactory()
                    .createXMLStreamWriter(new BufferedOutputStream(stream, BUFFER), UTF_8.name());
            out.writeStartDocument(UTF_8.name(), "1.0");
            out.setDefaultNamespace(namespace);
            this.namespace = namespace;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Xml start(String name) throws IOException {
        try {
            out.writeStartElement(namespace, name);
            if (root) {
                out.writeDefaultNamespace(namespace);
                root = false;
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Xml end() throws IOException {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Xml text(String name, String text) throws IOException {
        try {
            start(name);
            out.writeCharacters(text);
            return end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An amount of yuan. */
    Xml amount(String name, long fen) throws IOException {
        try {
            start(name);
            out.writeAttribute("Ccy", "CNY");
            out.writeCharacters(Money.YUAN.of(fen).toPlainString());
            return end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Ends the document; the stream is not closed. */
    void close() throws IOException {
        try {
            out.writeEndDocument();
            out.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
