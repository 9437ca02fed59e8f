package io.tilth.sandbox.media;

import java.nio.charset.StandardCharsets;

/** Lengths as the platform counts them. */
public final class Bytes {

    private Bytes() {}

    public static int of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As much of the text as goes into so many bytes, without half a character at its end. */
    public static String cut(String text, int bytes) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += of(Character.toString(point));
            if (used > bytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }
}
