package io.tilth.acquisition.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.tilth.kernel.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Draws a code of our own that says the same as WeCom's: sharp at any size, with a logo in the middle if wanted. */
final class QrPicture {

    private static final int QUIET = 4;
    private static final double LOGO = 0.2;
    private static final int LARGEST_LOGO = 4_096;
    private static final double PADDING = 0.02;

    private final BitMatrix dots;

    /** A third of it may be hidden, which the logo is well within. */
    QrPicture(String content) {
        try {
            dots = new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.H,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8"));
        } catch (WriterException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** What a picture of a code says; empty when there is none in it. */
    static Optional<String> read(byte[] picture) {
        try {
            var image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(picture)));
            if (image == null) {
                return Optional.empty();
            }
            var bitmap = new BinaryBitmap(new HybridBinarizer(grey(image)));
            // The search for a code somewhere in a picture misses one clean code in a hundred, hence the second way.
            return decode(bitmap, DecodeHintType.TRY_HARDER).or(() -> decode(bitmap, DecodeHintType.PURE_BARCODE));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> decode(BinaryBitmap bitmap, DecodeHintType way) {
        try {
            return Optional.of(
                    new QRCodeReader().decode(bitmap, Map.of(way, true)).getText());
        } catch (ReaderException unreadable) {
            return Optional.empty();
        }
    }

    /** Pixel by pixel would take longer than all the rest: a plan reads hundreds. */
    private static LuminanceSource grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        var grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var pen = grey.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        var bytes = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        return new PlanarYUVLuminanceSource(bytes, width, height, 0, 0, width, height, false);
    }

    byte[] png(int size, Optional<byte[]> logo) {
        int dot = Math.max(1, size / dots.getWidth());
        int side = dot * dots.getWidth(); // whole dots only: a blurred edge is harder to scan
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setColor(Color.BLACK);
        for (int row = 0; row < dots.getHeight(); row++) {
            for (int column = 0; column < dots.getWidth(); column++) {
                if (dots.get(column, row)) {
                    pen.fillRect(column * dot, row * dot, dot, dot);
                }
            }
        }
        logo.ifPresent(bytes -> draw(pen, bytes, side));
        pen.dispose();
        return png(image);
    }

    String svg(int size, Optional<byte[]> logo) {
        int side = dots.getWidth();
        var path = new StringBuilder();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                if (dots.get(column, row)) {
                    path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/>%s</svg>
                """.formatted(
                        size,
                        size,
                        side,
                        side,
                        side,
                        side,
                        path,
                        logo.map(bytes -> svgLogo(bytes, side)).orElse(""));
    }

    private static void draw(Graphics2D pen, byte[] bytes, int side) {
        var logo = image(bytes);
        int room = (int) (side * LOGO);
        int padding = (int) (side * PADDING);
        int at = (side - room) / 2;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fill(new RoundRectangle2D.Float(
                at - padding, at - padding, room + 2f * padding, room + 2f * padding, padding * 2f, padding * 2f));
        pen.drawImage(logo, at, at, room, room, null);
    }

    private static String svgLogo(byte[] bytes, int side) {
        double room = side * LOGO;
        double padding = side * PADDING;
        double at = (side - room) / 2;
        return """
                <rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" rx="%.2f" fill="#fff"/>\
                <image x="%.2f" y="%.2f" width="%.2f" height="%.2f" href="data:image/png;base64,%s"/>""".formatted(
                        at - padding,
                        at - padding,
                        room + 2 * padding,
                        room + 2 * padding,
                        padding,
                        at,
                        at,
                        room,
                        room,
                        Base64.getEncoder().encodeToString(png(image(bytes))));
    }

    /** Looks at its size first: a small file may unfold into a huge picture. */
    private static BufferedImage image(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            Refusal.unless(readers.hasNext(), "channel-code-logo-unknown");
            var reader = readers.next();
            reader.setInput(in);
            Refusal.unless(
                    reader.getWidth(0) <= LARGEST_LOGO && reader.getHeight(0) <= LARGEST_LOGO,
                    "channel-code-logo-too-large");
            return reader.read(0);
        } catch (IOException broken) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "channel-code-logo-unknown");
        }
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
