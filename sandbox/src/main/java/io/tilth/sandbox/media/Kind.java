package io.tilth.sandbox.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Code;
import java.util.Arrays;
import java.util.Locale;

/** What a file may be, and how large. */
public enum Kind {
    IMAGE(10 << 20),
    VOICE(2 << 20),
    VIDEO(10 << 20),
    FILE(20 << 20);

    private static final int LEAST = 6;

    private final int most;

    Kind(int most) {
        this.most = most;
    }

    static Kind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.said().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiError(40005, "invalid type"));
    }

    String said() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses a file of another kind, or one too small or too large. */
    void check(byte[] bytes) {
        Code.EMPTY_MEDIA.unless(bytes.length > 0);
        if (bytes.length < LEAST) {
            throw new ApiError(40006, "invalid media size");
        }
        Code.BIG_MEDIA.unless(bytes.length <= most);
        if (!fits(bytes)) {
            throw new ApiError(40004, "invalid media type");
        }
    }

    static boolean isPicture(byte[] bytes) {
        return (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 || says(bytes, 1, "PNG");
    }

    private boolean fits(byte[] bytes) {
        return switch (this) {
            case IMAGE -> isPicture(bytes);
            case VOICE -> says(bytes, 0, "#!AMR");
            case VIDEO -> says(bytes, 4, "ftyp");
            case FILE -> true;
        };
    }

    private static boolean says(byte[] bytes, int from, String text) {
        int to = from + text.length();
        return bytes.length >= to && new String(bytes, from, text.length(), US_ASCII).equals(text);
    }
}
