package io.tilth.content.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void isNoWiderThanAPhoneShows() throws IOException {
        var picture = Picture.of(encoded(painted(3000, 1500), "jpeg"));

        assertThat(picture.width()).isEqualTo(1200);
        assertThat(picture.height()).isEqualTo(600);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                .isEqualTo(1200);
    }

    @Test
    void staysSharpWhereItIsAScreenshotAndGlassyWhereItWas() throws IOException {
        assertThat(Picture.of(encoded(painted(400, 300), "png")).contentType()).isEqualTo("image/png");
        var glass = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        var picture = Picture.of(encoded(glass, "png"));
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes()))
                        .getColorModel()
                        .hasAlpha())
                .isTrue();
    }

    @Test
    void standsUprightAndForgetsWhereItWasTaken() throws IOException {
        var lying = withExif(encoded(painted(400, 200), "jpeg"), 6);

        var picture = Picture.of(lying);

        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(400);
        assertThat(new String(picture.bytes(), ISO_8859_1)).doesNotContain("Exif");
        var top = new Color(
                ImageIO.read(new ByteArrayInputStream(picture.bytes())).getRGB(100, 50));
        assertThat(top.getRed()).as("what was left is on top").isGreaterThan(200);
    }

    @Test
    void refusesWhatIsNoPictureOrWouldFillTheMemory() {
        assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(), "picture-not-known");
        assertRefused(new byte[0], "picture-not-known");
        assertRefused(header(60_000, 60_000), "picture-too-large");
        assertRefused(header(100, 100), "picture-not-readable");
    }

    private static void assertRefused(byte[] bytes, String code) {
        assertThatThrownBy(() -> Picture.of(bytes)).hasMessage(code);
    }

    private static BufferedImage painted(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** As a camera says: which way is up, and with that often where it was. */
    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0});
        bytes.write(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1});
        bytes.write(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** The first bytes of a PNG that says it is so large. */
    private static byte[] header(int width, int height) {
        var head = ByteBuffer.allocate(33);
        head.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        head.putInt(13).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
        head.put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(head.array(), 12, 17);
        return head.putInt((int) sum.getValue()).array();
    }
}
