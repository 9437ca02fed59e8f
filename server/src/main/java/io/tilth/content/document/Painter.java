package io.tilth.content.document;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Paints the pages of a PDF, in a process of its own: a picture and a text for each, and a line on the standard output
 * for each step. Started by {@link Studio}; nothing of Spring is loaded.
 */
final class Painter {

    static final String PDF = "document.pdf";
    static final int MOST_PAGES = 200;

    private static final int WIDTH = 1080;
    private static final double MOST_PIXELS = 6_000_000;
    private static final float QUALITY = 0.78f;
    private static final int LONGEST_TEXT = 20_000;
    private static final long IN_MEMORY = 64L * 1024 * 1024;
    private static final long ON_DISK = 512L * 1024 * 1024;

    private final Path folder;

    private Painter(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        ImageIO.setUseCache(false);
        new Painter(Path.of(arguments[0])).paint();
    }

    private void paint() {
        var memory = MemoryUsageSetting.setupMixed(IN_MEMORY, ON_DISK);
        try (var document = Loader.loadPDF(folder.resolve(PDF).toFile(), "", null, null, memory.streamCache)) {
            paint(document);
        } catch (InvalidPasswordException locked) {
            say("refused document-locked");
        } catch (IOException | RuntimeException broken) {
            say("refused document-broken");
        }
    }

    private void paint(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            say("refused document-broken");
            return;
        }
        if (pages > MOST_PAGES) {
            say("refused document-too-long");
            return;
        }
        say("pages " + pages);
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true); // a scan of a poster need not be in memory as a whole
        for (int index = 0; index < pages; index++) {
            var image = renderer.renderImage(index, scale(document, index), ImageType.RGB);
            write(image, folder.resolve(index + 1 + ".jpg").toFile());
            Files.writeString(folder.resolve(index + 1 + ".txt"), text(document, index + 1));
            say("page %d %d %d".formatted(index + 1, image.getWidth(), image.getHeight()));
        }
        if (Fonts.areMissing(document)) {
            say("fonts");
        }
        say("done");
    }

    /** As wide as a phone shows; long pages a little narrower. */
    private static float scale(PDDocument document, int index) {
        var page = document.getPage(index);
        var box = page.getCropBox();
        boolean lies = page.getRotation() % 180 != 0;
        double width = Math.max(1, lies ? box.getHeight() : box.getWidth());
        double height = Math.max(1, lies ? box.getWidth() : box.getHeight());
        return (float) Math.min(WIDTH / width, Math.sqrt(MOST_PIXELS / (width * height)));
    }

    private static String text(PDDocument document, int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            var text = stripper.getText(document).replace("\u0000", "");
            return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        } catch (IOException | RuntimeException unreadable) {
            return ""; // the picture is what matters
        }
    }

    private static void write(BufferedImage image, File file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(file)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
