package cn.gov.zhuozhou.aid.disbursement.bank;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published ISO 20022 schemas, as a library carries them unchanged. */
final class Schemas {
    private Schemas() {}

    static void validate(String message, byte[] document) throws SAXException, IOException {
        validate(message, new ByteArrayInputStream(document));
    }

    static void validate(String message, InputStream document) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Schemas.class.getResource("/" + message + ".xsd"))
                .newValidator()
                .validate(new StreamSource(document));
    }
}
