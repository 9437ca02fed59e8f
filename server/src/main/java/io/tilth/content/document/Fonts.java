package io.tilth.content.document;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDCIDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Whether a PDF leaves its Chinese font out, as office programs may, and this machine has none to stand in. */
final class Fonts {

    private Fonts() {}

    static boolean areMissing(PDDocument document) {
        return StreamSupport.stream(document.getPages().spliterator(), false).anyMatch(Fonts::areMissing);
    }

    private static boolean areMissing(PDPage page) {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (var name : resources.getFontNames()) {
            try {
                if (resources.getFont(name) instanceof PDType0Font font
                        && !font.isEmbedded()
                        && !hasStandIn(font.getDescendantFont())) {
                    return true;
                }
            } catch (IOException unreadable) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStandIn(PDCIDFont font) {
        var standIn = FontMappers.instance()
                .getCIDFont(font.getBaseFont(), font.getFontDescriptor(), font.getCIDSystemInfo());
        if (standIn == null) {
            return false;
        }
        var used = standIn.isCIDFont() ? standIn.getFont() : standIn.getTrueTypeFont();
        try {
            return used != null && !used.getName().toLowerCase(Locale.ROOT).contains("liberation");
        } catch (IOException unnamed) {
            return false;
        }
    }
}
