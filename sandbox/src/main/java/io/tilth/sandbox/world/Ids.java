package io.tilth.sandbox.world;

import java.util.random.RandomGenerator;

/** Ids in the shapes of the platform. */
public final class Ids {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    /** An id of 32 characters that begins with the prefix: {@code wm} a customer, {@code wr} a group, {@code et} a tag. */
    public String id(String prefix) {
        return prefix + letters(32 - prefix.length());
    }

    public String letters(int length) {
        return text(length, LETTERS);
    }

    public String hex(int length) {
        return text(length, "0123456789abcdef");
    }

    private synchronized String text(int length, String letters) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
