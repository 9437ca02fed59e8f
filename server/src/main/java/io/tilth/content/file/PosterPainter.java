package io.tilth.content.file;

import io.tilth.content.Materials;
import io.tilth.content.Materials.Box;
import io.tilth.content.Posters;
import io.tilth.kernel.Refusal;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

@Component
class PosterPainter implements Posters {

    private static final double PER_MILLE = 1_000.0;

    /** White around the code, of the poster's width: readers need it. */
    private static final double MARGIN = 0.012;

    @Override
    public byte[] draw(Materials.File poster, Box where, byte[] code) {
        Picture.EASEL.acquireUninterruptibly();
        try {
            return drawn(read(poster.bytes()), where, read(code));
        } finally {
            Picture.EASEL.release();
        }
    }

    private static byte[] drawn(BufferedImage poster, Box where, BufferedImage code) {
        int width = poster.getWidth();
        int height = poster.getHeight();
        var sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int left = (int) Math.round(width * where.left() / PER_MILLE);
        int top = (int) Math.round(height * where.top() / PER_MILLE);
        int side = (int) Math.round(width * where.width() / PER_MILLE);
        int margin = (int) Math.round(width * MARGIN);
        var pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height); // what a glassy poster lets through
        pen.drawImage(poster, 0, 0, null);
        pen.fillRect(left, top, side, side);
        pen.drawImage(code, left + margin, top + margin, side - 2 * margin, side - 2 * margin, null);
        pen.dispose();
        return Picture.jpeg(sheet).bytes();
    }

    private static BufferedImage read(byte[] bytes) {
        try {
            return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)))
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "picture-not-known"));
        } catch (IOException unreadable) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "picture-not-readable");
        }
    }
}
