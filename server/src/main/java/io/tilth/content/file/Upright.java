package io.tilth.content.file;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;

/** How to turn a photograph: cameras store it as the chip lay and note beside it (Exif) which way is up. */
enum Upright {
    AS_IS,
    MIRRORED,
    HALF_ROUND,
    UPSIDE_DOWN,
    TRANSPOSED,
    RIGHT,
    TRANSVERSE,
    LEFT;

    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_SCAN = 0xffda;
    private static final int APP1 = 0xffe1;
    private static final int EXIF = 0x45786966; // "Exif"
    private static final int LITTLE = 0x4949; // "II"
    private static final int ORIENTATION = 0x0112;

    /** As the JPEG says; as it is when it says nothing that we understand. */
    static Upright of(byte[] jpeg) {
        var bytes = new Reading(jpeg, 0, false);
        try {
            if (bytes.two(0) != START_OF_IMAGE) {
                return AS_IS;
            }
            int at = 2;
            while (bytes.two(at) != START_OF_SCAN && bytes.two(at) >> 8 == 0xff) {
                if (bytes.two(at) == APP1 && bytes.four(at + 4) == EXIF) {
                    return ofTiff(jpeg, at + 10);
                }
                at += 2 + bytes.two(at + 2);
            }
        } catch (ArrayIndexOutOfBoundsException cut) {
            return AS_IS;
        }
        return AS_IS;
    }

    private static Upright ofTiff(byte[] jpeg, int start) {
        var tiff = new Reading(jpeg, start, new Reading(jpeg, start, false).two(0) == LITTLE);
        int folder = tiff.four(4);
        for (int entry = 0; entry < tiff.two(folder); entry++) {
            int at = folder + 2 + 12 * entry;
            if (tiff.two(at) == ORIENTATION) {
                int value = tiff.two(at + 8);
                return value >= 1 && value <= values().length ? values()[value - 1] : AS_IS;
            }
        }
        return AS_IS;
    }

    BufferedImage turn(BufferedImage image) {
        if (this == AS_IS) {
            return image;
        }
        double w = image.getWidth();
        double h = image.getHeight();
        var turn = switch (this) {
            case AS_IS -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case HALF_ROUND -> new AffineTransform(-1, 0, 0, -1, w, h);
            case UPSIDE_DOWN -> new AffineTransform(1, 0, 0, -1, 0, h);
            case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT -> new AffineTransform(0, 1, -1, 0, h, 0);
            case TRANSVERSE -> new AffineTransform(0, -1, -1, 0, h, w);
            case LEFT -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        boolean lies = ordinal() >= TRANSPOSED.ordinal();
        var turned = new BufferedImage((int) (lies ? h : w), (int) (lies ? w : h), BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(rgb(image), turned);
    }

    private static BufferedImage rgb(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_INT_RGB) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return plain;
    }

    /** Numbers in bytes, in either order. */
    private record Reading(byte[] bytes, int start, boolean little) {

        int two(int at) {
            int first = bytes[start + at] & 0xff;
            int second = bytes[start + at + 1] & 0xff;
            return little ? second << 8 | first : first << 8 | second;
        }

        int four(int at) {
            return little ? two(at + 2) << 16 | two(at) : two(at) << 16 | two(at + 2);
        }
    }
}
