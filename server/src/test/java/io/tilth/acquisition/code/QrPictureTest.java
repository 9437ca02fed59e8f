package io.tilth.acquisition.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrPictureTest {

    private static final String CONTENT = "https://work.weixin.qq.com/ct/wcde1f2a3b4c5d6e7f8a9b0c1d2e3f4a5b6c";

    @Test
    void saysTheSameAtAnySizeWithAndWithoutALogo() throws IOException {
        for (int size : new int[] {120, 200, 600, 2_000}) {
            var picture = new QrPicture(CONTENT);
            assertThat(QrPicture.read(picture.png(size, Optional.empty()))).contains(CONTENT);
            assertThat(QrPicture.read(picture.png(size, Optional.of(logo())))).contains(CONTENT);
        }
    }

    /** One in a hundred hides its corners from who searches for them; this is such a one. */
    @Test
    void readsEveryCodeThatIsDrawnCleanly() throws IOException, WriterException {
        var content = "https://work.weixin.qq.com/ct/wcde6ea87bd232e5f7a9d835ddb92e43f58a";
        var dots =
                new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 300, 300, Map.of(EncodeHintType.MARGIN, 2));
        var picture = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                picture.setRGB(x, y, dots.get(x, y) ? 0 : 0xffffff);
            }
        }
        assertThat(QrPicture.read(png(picture))).contains(content);
    }

    @Test
    void drawsWithLinesForPrint() throws IOException {
        var svg = new QrPicture(CONTENT).svg(600, Optional.of(logo()));
        assertThat(svg)
                .startsWith("<svg")
                .contains("viewBox=\"0 0 ", "data:image/png;base64,")
                .endsWith("</svg>\n");
    }

    @Test
    void readsNothingWhereThereIsNoCode() throws IOException {
        assertThat(QrPicture.read(logo())).isEmpty();
        assertThat(QrPicture.read("no picture".getBytes())).isEmpty();
    }

    @Test
    void refusesALogoThatIsNoPictureOrUnfoldsIntoAHugeOne() throws IOException {
        var picture = new QrPicture(CONTENT);
        assertThatThrownBy(() -> picture.png(600, Optional.of("<svg/>".getBytes())))
                .hasMessage("channel-code-logo-unknown");
        var huge = png(new BufferedImage(5_000, 20, BufferedImage.TYPE_BYTE_BINARY));
        assertThatThrownBy(() -> picture.png(600, Optional.of(huge))).hasMessage("channel-code-logo-too-large");
    }

    private static byte[] logo() throws IOException {
        var image = new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x2E7A5A));
        pen.fillRect(0, 0, 80, 80);
        pen.dispose();
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
