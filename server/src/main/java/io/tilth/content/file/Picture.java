package io.tilth.content.file;

import io.tilth.kernel.Refusal;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as customers get it: upright, no wider than a phone shows, drawn anew so that nothing else hides in it. */
record Picture(String contentType, int width, int height, byte[] bytes) {

    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int WIDEST = 1200;
    private static final long MOST_PIXELS = 50_000_000;
    private static final int MOST_DRAWN = 20_000_000;
    private static final int MOVING_BYTES = 2 * 1024 * 1024;
    private static final float QUALITY = 0.82f;
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");

    /** A drawn picture takes tens of megabytes; a small server holds one at a time. */
    static final Semaphore EASEL = new Semaphore(1);

    /** @throws Refusal when it is no picture that we know, or too large to be drawn */
    static Picture of(byte[] original) {
        EASEL.acquireUninterruptibly();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(original))) {
            return of(input, original);
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "picture-not-readable"); // decoders fail in many ways
        } finally {
            EASEL.release();
        }
    }

    private static Picture of(ImageInputStream input, byte[] original) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        Refusal.unless(readers.hasNext(), "picture-not-known");
        var reader = readers.next();
        try {
            var format = reader.getFormatName().toLowerCase(Locale.ROOT);
            Refusal.unless(FORMATS.contains(format), "picture-not-known");
            reader.setInput(input);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            Refusal.unless((long) width * height <= MOST_PIXELS, "picture-too-large");
            if (format.equals("gif") && original.length <= MOVING_BYTES) {
                return new Picture("image/gif", width, height, original); // drawing it anew would stop it
            }
            var drawn =
                    drawn(read(reader, width, height), format.equals("jpeg") ? Upright.of(original) : Upright.AS_IS);
            return format.equals("jpeg") ? jpeg(drawn) : smaller(drawn);
        } finally {
            reader.dispose();
        }
    }

    /** Leaves pixels out while reading, where more than twice as many came as are shown. */
    private static BufferedImage read(ImageReader reader, int width, int height) throws IOException {
        int step = Math.max(1, Math.min(width, height) / (2 * WIDEST));
        while ((long) (width / step) * (height / step) > MOST_DRAWN) {
            step++;
        }
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage drawn(BufferedImage read, Upright upright) {
        var turned = upright.turn(read);
        double scale = Math.min(1, (double) WIDEST / turned.getWidth());
        int width = (int) Math.max(1, Math.round(turned.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(turned.getHeight() * scale));
        boolean glassy = turned.getColorModel().hasAlpha() && isGlassy(turned);
        var drawn = new BufferedImage(width, height, glassy ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(turned, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static boolean isGlassy(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            var row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 < 0xff)) {
                return true;
            }
        }
        return false;
    }

    /** Screenshots and codes are smaller, and sharp, as PNG; photographs as JPEG. */
    private static Picture smaller(BufferedImage drawn) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn, "png", new MemoryCacheImageOutputStream(bytes));
        var png = new Picture("image/png", drawn.getWidth(), drawn.getHeight(), bytes.toByteArray());
        if (drawn.getColorModel().hasAlpha()) {
            return png;
        }
        var jpeg = jpeg(drawn);
        return png.bytes.length <= jpeg.bytes.length ? png : jpeg;
    }

    static Picture jpeg(BufferedImage drawn) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(drawn, null, null), param);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return new Picture("image/jpeg", drawn.getWidth(), drawn.getHeight(), bytes.toByteArray());
    }
}
