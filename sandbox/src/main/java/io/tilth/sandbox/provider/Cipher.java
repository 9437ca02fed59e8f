package io.tilth.sandbox.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** Turns ids into others and back, differently for each provider; not secret, only different. */
final class Cipher {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MARK = "woAJ2G";

    private final byte[] key;

    Cipher(String provider) {
        try {
            this.key = MessageDigest.getInstance("SHA-256").digest(provider.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String user(String id) {
        return MARK
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mixed(id.getBytes(StandardCharsets.UTF_8)));
    }

    Optional<String> realUser(String id) {
        if (!id.startsWith(MARK)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = mixed(Base64.getUrlDecoder().decode(id.substring(MARK.length())));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Keeps the first two letters, which tell what it is; moves the others, {@code -1} back. */
    String customer(String id, int direction) {
        var moved = new StringBuilder(id);
        for (int i = 2; i < id.length(); i++) {
            int place = LETTERS.indexOf(id.charAt(i));
            if (place >= 0) {
                int step = direction * (1 + Math.floorMod(key[i % key.length], LETTERS.length() - 1));
                moved.setCharAt(i, LETTERS.charAt(Math.floorMod(place + step, LETTERS.length())));
            }
        }
        return moved.toString();
    }

    private byte[] mixed(byte[] bytes) {
        byte[] mixed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mixed[i] = (byte) (bytes[i] ^ key[i % key.length]);
        }
        return mixed;
    }
}
