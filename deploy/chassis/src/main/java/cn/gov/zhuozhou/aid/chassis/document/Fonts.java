package cn.gov.zhuozhou.aid.chassis.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts every PDF carries, each filling the gaps of the one before; {@code font/} holds them with their licences. */
enum Fonts {
    /** All of GBK and CJK extension A. */
    HAN("paper-han", "/font/DroidSansFallbackFull.ttf"),
    /** The rest of 通用规范汉字表 and further characters of names, Chinese quotation marks, circled numbers. */
    RARE("paper-rare", "/font/AidRareHan.ttf"),
    LATIN("paper-latin", "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    private final String family;
    private final String resource;

    Fonts(String family, String resource) {
        this.family = family;
        this.resource = resource;
    }

    static void addTo(PdfRendererBuilder pdf) {
        for (Fonts font : values()) {
            pdf.useFont(font::open, font.family);
        }
    }

    /** Every character at least one of the fonts draws. */
    static BitSet drawn() {
        BitSet drawn = new BitSet();
        for (Fonts font : values()) {
            font.addTo(drawn);
        }
        return drawn;
    }

    private void addTo(BitSet drawn) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(open()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
                if (glyphs.getGlyphId(c) != 0) {
                    drawn.set(c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open() {
        return Fonts.class.getResourceAsStream(resource);
    }
}
