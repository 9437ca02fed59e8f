package io.tilth.acquisition.print;

import static io.tilth.acquisition.print.Sheet.millimetres;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws on one page, from the top down, everything in the middle. */
class CardPage {

    private static final Color INK = new Color(0x1C211F);
    private static final Color LEAF = new Color(0x2E7A5A);
    private static final Color QUIET = new Color(0x5E6662);
    private static final float MARGIN = millimetres(6);

    private final PDPageContentStream page;
    private final PDFont font;
    private final Sheet sheet;

    CardPage(PDPageContentStream page, PDFont font, Sheet sheet) {
        this.page = page;
        this.font = font;
        this.sheet = sheet;
    }

    /** A band of colour at the top with white words. */
    void band(String words, float height) throws IOException {
        page.setNonStrokingColor(LEAF);
        page.addRect(0, sheet.height() - height, sheet.width(), height);
        page.fill();
        line(words, sheet.height() - height / 2, height * 0.36f, Color.WHITE);
    }

    void title(String words, float middle, float size) throws IOException {
        line(words, middle, size, INK);
    }

    void small(String words, float middle, float size) throws IOException {
        line(words, middle, size, QUIET);
    }

    /** Smaller when it is too long for the page, so that nothing is cut off. */
    private void line(String words, float middle, float size, Color colour) throws IOException {
        var shown = printable(words);
        float wide = font.getStringWidth(shown) / 1000;
        float fitting = wide == 0 ? size : Math.min(size, (sheet.width() - 2 * MARGIN) / wide);
        page.beginText();
        page.setNonStrokingColor(colour);
        page.setFont(font, fitting);
        page.newLineAtOffset((sheet.width() - wide * fitting) / 2, middle - fitting * 0.36f);
        page.showText(shown);
        page.endText();
    }

    /** As squares rather than as a picture: sharp at any size. */
    void code(BitMatrix code, float bottom, float side) throws IOException {
        float dot = side / code.getWidth();
        float left = (sheet.width() - side) / 2;
        page.setNonStrokingColor(Color.BLACK);
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    page.addRect(left + column * dot, bottom + side - (row + 1) * dot, dot, dot);
                }
            }
        }
        page.fill();
    }

    /** The font lacks rare characters; one of those becomes a blank square instead of failing the whole pack. */
    private String printable(String words) {
        var printable = new StringBuilder();
        words.codePoints().forEach(point -> {
            var one = Character.toString(point);
            printable.append(isPrintable(one) ? one : "□");
        });
        return printable.toString();
    }

    private boolean isPrintable(String one) {
        try {
            font.encode(one);
            return true;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }
}
