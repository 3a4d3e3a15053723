package cn.gov.zhuozhou.aid.chassis.leak;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks for numbers of persons in texts and in all a PDF says: its pages, notes, form fields and description. */
public final class LeakCheck {
    /** The PDF is locked or broken, so nobody can say what it holds. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("the PDF cannot be read", null, false, false);
        }
    }

    private LeakCheck() {}

    /** @param place what the text is */
    public static List<Leak> text(Text place, String text) {
        return text == null
                ? List.of()
                : PersonalNumbers.in(text).stream()
                        .flatMap(found -> found.kinds().stream())
                        .distinct()
                        .map(kind -> new Leak(kind, place))
                        .toList();
    }

    public static List<Leak> pdf(byte[] content) throws Unreadable {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new Unreadable();
            }
            List<Leak> leaks = new ArrayList<>();
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String said = stripper.getText(document) + '\n' + notes(document.getPage(page - 1));
                leaks.addAll(text(Text.of("第 %d 页", "page %d").formatted(page), said));
            }
            leaks.addAll(text(Text.of("表单字段", "form fields"), fields(document)));
            leaks.addAll(text(Text.of("文档属性", "document properties"), properties(document)));
            return leaks;
        } catch (IOException e) {
            throw new Unreadable();
        }
    }

    private static String notes(PDPage page) throws IOException {
        StringBuilder notes = new StringBuilder();
        for (PDAnnotation annotation : page.getAnnotations()) {
            notes.append(annotation.getContents()).append('\n');
        }
        return notes.toString();
    }

    private static String fields(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        StringBuilder values = new StringBuilder();
        if (form != null) {
            for (PDField field : form.getFieldTree()) {
                values.append(field.getValueAsString()).append('\n');
            }
        }
        return values.toString();
    }

    private static String properties(PDDocument document) {
        PDDocumentInformation said = document.getDocumentInformation();
        return String.join(
                "\n",
                String.valueOf(said.getTitle()),
                String.valueOf(said.getSubject()),
                String.valueOf(said.getKeywords()),
                String.valueOf(said.getAuthor()));
    }
}
