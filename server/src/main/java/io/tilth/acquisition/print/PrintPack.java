package io.tilth.acquisition.print;

import static io.tilth.acquisition.print.Sheet.millimetres;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** One PDF with a page for each code, ready for the print shop. */
@Component
class PrintPack {

    private static final ClassPathResource FONT = new ClassPathResource("fonts/NotoSansSC-Medium.ttf");
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q);

    /**
     * Draws all pages.
     *
     * @param hint the line under the code, such as 「微信扫一扫，添加专属顾问」
     * @param progress hears how many are drawn
     * @throws IOException when the stream cannot be written
     */
    void write(List<PrintedCode> codes, Sheet sheet, String hint, OutputStream out, IntConsumer progress)
            throws IOException {
        try (var document = new PDDocument();
                var file = FONT.getInputStream()) {
            var font = PDType0Font.load(document, file, true);
            int done = 0;
            for (var code : codes) {
                draw(document, font, sheet, code, hint);
                progress.accept(++done);
            }
            document.save(out);
        }
    }

    private static void draw(PDDocument document, PDFont font, Sheet sheet, PrintedCode code, String hint)
            throws IOException {
        var paper = new PDPage(new PDRectangle(sheet.width(), sheet.height()));
        document.addPage(paper);
        try (var content = new PDPageContentStream(document, paper)) {
            var page = new CardPage(content, font, sheet);
            switch (sheet) {
                case CARD -> card(page, code, hint);
                case STICKER -> sticker(page, code, hint);
            }
        }
    }

    private static void card(CardPage page, PrintedCode code, String hint) throws IOException {
        page.band(code.company(), millimetres(22));
        page.title(code.place(), millimetres(113), 24);
        page.code(matrix(code.content()), millimetres(34), millimetres(66));
        page.title(hint, millimetres(24), 13);
        page.small(code.name(), millimetres(10), 9);
    }

    private static void sticker(CardPage page, PrintedCode code, String hint) throws IOException {
        page.title(code.place(), millimetres(73), 13);
        page.code(matrix(code.content()), millimetres(17), millimetres(50));
        page.title(hint, millimetres(10.5f), 10);
        page.small(code.name(), millimetres(4.5f), 7);
    }

    private static BitMatrix matrix(String content) {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + content.length() + " characters.", tooLong);
        }
    }
}
