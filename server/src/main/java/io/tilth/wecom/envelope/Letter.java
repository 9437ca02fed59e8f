package io.tilth.wecom.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What lies in an envelope: 16 random bytes, the length of the text, the text, whom it is for, 1 to 32 bytes of padding;
 * all of it AES-256-CBC, the first half of the key being the initial vector.
 */
record Letter(String text, String receiver) {

    private static final int BLOCK = 32;
    private static final int RANDOM = 16;
    private static final int KEY_LETTERS = 43;

    /** Empty unless every byte is where it belongs. */
    static Optional<Letter> decrypt(String aesKey, byte[] sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length == 0 || bytes.length % BLOCK != 0) {
                return Optional.empty();
            }
            return padding(run(aesKey, bytes)).flatMap(Letter::parts);
        } catch (IllegalArgumentException | GeneralSecurityException notSealedSo) {
            return Optional.empty();
        }
    }

    private static byte[] run(String aesKey, byte[] bytes) throws GeneralSecurityException {
        if (aesKey.length() != KEY_LETTERS) {
            throw new IllegalArgumentException("A key has 43 letters.");
        }
        var key = Base64.getDecoder().decode(aesKey + "=");
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, RANDOM));
        return cipher.doFinal(bytes);
    }

    private static Optional<byte[]> padding(byte[] plain) {
        int length = plain[plain.length - 1];
        if (length < 1 || length > BLOCK) {
            return Optional.empty();
        }
        int wrong = 0;
        for (int i = plain.length - length; i < plain.length; i++) {
            wrong |= plain[i] ^ length;
        }
        return wrong == 0 ? Optional.of(Arrays.copyOf(plain, plain.length - length)) : Optional.empty();
    }

    private static Optional<Letter> parts(byte[] plain) {
        if (plain.length < RANDOM + Integer.BYTES) {
            return Optional.empty();
        }
        var rest = ByteBuffer.wrap(plain).position(RANDOM);
        int length = rest.getInt();
        if (length < 0 || length > rest.remaining()) {
            return Optional.empty();
        }
        var text = new byte[length];
        rest.get(text);
        var receiver = new byte[rest.remaining()];
        rest.get(receiver);
        return Text.strict(text).flatMap(read -> Text.strict(receiver).map(whom -> new Letter(read, whom)));
    }
}
