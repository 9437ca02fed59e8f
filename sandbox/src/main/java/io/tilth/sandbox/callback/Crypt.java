package io.tilth.sandbox.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The platform's envelope: 16 random bytes, the length, the message and the receiver, padded to 32 bytes, under
 * AES-256-CBC with the key's first 16 bytes as start; signed with SHA-1.
 */
public final class Crypt {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BLOCK = 32;

    private final byte[] key;
    private final String token;
    private final String receiver;

    public Crypt(String token, String aesKey, String receiver) {
        this.key = Base64.getDecoder().decode(aesKey + "=");
        this.token = token;
        this.receiver = receiver;
    }

    public String encrypt(String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] to = receiver.getBytes(StandardCharsets.UTF_8);
        int length = 16 + 4 + text.length + to.length;
        int padding = BLOCK - length % BLOCK;
        byte[] noise = new byte[16];
        RANDOM.nextBytes(noise);
        var plain = ByteBuffer.allocate(length + padding)
                .put(noise)
                .putInt(text.length)
                .put(text)
                .put(to);
        Arrays.fill(plain.array(), length, length + padding, (byte) padding);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain.array()));
    }

    public String sign(String timestamp, String nonce, String cipher) {
        String[] parts = {token, timestamp, nonce, cipher};
        Arrays.sort(parts);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] run(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
