package io.tilth.sandbox.phone;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads the code in a picture. */
final class CodeReader {
    private static final int LARGEST_SIDE = 4_000;

    private CodeReader() {}

    static Optional<String> read(byte[] picture) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(picture));
            return image == null || Math.max(image.getWidth(), image.getHeight()) > LARGEST_SIDE
                    ? Optional.empty()
                    : Optional.of(decode(image));
        } catch (IOException | ReaderException e) {
            return Optional.empty();
        }
    }

    private static String decode(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        var bitmap = new BinaryBitmap(new HybridBinarizer(source));
        try {
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException e) {
            // A picture that is nothing but the code has no white around it to find it by.
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        }
    }
}
