package io.tilth.sandbox.judge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Files that look like what they claim to be. */
final class Pictures {

    private Pictures() {}

    static byte[] png() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A picture with so much behind it that it weighs {@code bytes}. */
    static byte[] png(int bytes) {
        return Arrays.copyOf(png(), bytes);
    }
}
