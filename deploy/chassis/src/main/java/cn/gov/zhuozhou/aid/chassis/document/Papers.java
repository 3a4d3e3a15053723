package cn.gov.zhuozhou.aid.chassis.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.DateConverter;

/**
 * Prints web pages. A page is well-formed XHTML with its styles inside (usually {@code {#include paper}}); nothing outside it is
 * ever fetched. The same page and moment give the same bytes.
 */
@ApplicationScoped
public class Papers {
    private static final long NO_RANDOM_DOCUMENT_ID = 1;

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private BitSet drawn;

    @PostConstruct
    void lookAtFonts() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        drawn = Fonts.drawn();
    }

    /** @param at the moment the PDF says it was made */
    public Pdf print(String page, Instant at) {
        Printable printable = Printable.of(page, drawn);
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument();
                PdfBoxRenderer renderer = renderer(printable.text(), document)) {
            renderer.createPDFWithoutClosing();
            date(document, GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
            document.setDocumentId(NO_RANDOM_DOCUMENT_ID);
            document.save(out);
            return new Pdf(out.toByteArray(), document.getNumberOfPages(), printable.replaced());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The renderer took the machine's clock; its date stands in the properties and again in the metadata. */
    private static void date(PDDocument document, Calendar made) throws IOException {
        PDDocumentInformation properties = document.getDocumentInformation();
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String dated = new String(metadata.toByteArray(), UTF_8)
                .replace(DateConverter.toISO8601(properties.getCreationDate()), DateConverter.toISO8601(made));
        metadata.importXMPMetadata(dated.getBytes(UTF_8));
        properties.setCreationDate(made);
        properties.setModificationDate(made);
    }

    private PdfBoxRenderer renderer(String page, PDDocument document) {
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(colours);
        builder.usePDDocument(document);
        builder.withProducer("student-aid");
        builder.useExternalResourceAccessControl(
                (uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        Fonts.addTo(builder);
        builder.withHtmlContent(page, null);
        return builder.buildPdfRenderer();
    }
}
