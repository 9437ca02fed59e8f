package io.tilth.sandbox.contactway;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.javalin.http.Context;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The pictures of codes, and the addresses that are in them. */
public final class QrCodes {
    private static final String CONTENT = "/u/";
    private static final int SIZE = 420;

    private final Supplier<String> url;

    public QrCodes(Supplier<String> url) {
        this.url = url;
    }

    /** Where the picture of a code is found: {@code qr_code} in an answer. */
    public String picture(String id) {
        return url.get() + "/wework_admin/qrcode/" + id;
    }

    /** What a scan of the code yields. */
    public String content(String id) {
        return url.get() + CONTENT + id;
    }

    /** The code behind what was scanned, or behind the address of its picture. */
    public Optional<String> id(String scanned) {
        int slash = scanned.lastIndexOf('/');
        boolean ours = scanned.contains(CONTENT) || scanned.contains("/wework_admin/qrcode/");
        return ours ? Optional.of(scanned.substring(slash + 1).replaceAll("[?#].*", "")) : Optional.empty();
    }

    public void show(Context http) {
        http.contentType("image/png").result(png(content(http.pathParam("id"))));
    }

    private static byte[] png(String content) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);
            BitMatrix bits = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, SIZE, SIZE, hints);
            var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
            var dots = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    dots[y * SIZE + x] = (byte) (bits.get(x, y) ? 0 : -1);
                }
            }
            var bytes = new ByteArrayOutputStream();
            try (var stream = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(image, "png", stream);
            }
            return bytes.toByteArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
