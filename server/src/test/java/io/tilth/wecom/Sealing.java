package io.tilth.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and signs as WeCom does, and crookedly too. Written apart from what opens it. */
public record Sealing(String token, String aesKey, String receiver) {

    /** What is sent: the query, and the sealed text that goes into the body. */
    public record Sealed(String signature, String timestamp, String nonce, String text) {

        public String query() {
            return "?msg_signature=" + encoded(signature) + "&timestamp=" + encoded(timestamp) + "&nonce="
                    + encoded(nonce);
        }

        public String xml(String corp) {
            return "<xml><ToUserName><![CDATA[" + corp + "]]></ToUserName><Encrypt><![CDATA[" + text
                    + "]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>";
        }
    }

    public Sealed seal(String message, RandomGenerator random) {
        return sign(encrypt(plain(message, receiver, random)), random);
    }

    /** 16 random bytes, length, message, receiver, padding to 32. */
    public static byte[] plain(String message, String receiver, RandomGenerator random) {
        var text = message.getBytes(UTF_8);
        var whom = receiver.getBytes(UTF_8);
        int length = 20 + text.length + whom.length;
        int padding = 32 - length % 32;
        var start = new byte[16];
        random.nextBytes(start);
        var plain = ByteBuffer.allocate(length + padding)
                .put(start)
                .putInt(text.length)
                .put(text)
                .put(whom)
                .array();
        Arrays.fill(plain, length, plain.length, (byte) padding);
        return plain;
    }

    public String encrypt(byte[] plain) {
        try {
            var key = Base64.getDecoder().decode(aesKey + "=");
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Sealed sign(String text, RandomGenerator random) {
        return sign(text, "1790000000", Integer.toString(random.nextInt(1_000_000_000)));
    }

    public Sealed sign(String text, String timestamp, String nonce) {
        try {
            var joined = Stream.of(token, timestamp, nonce, text).sorted().collect(Collectors.joining());
            var digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8));
            return new Sealed(HexFormat.of().formatHex(digest), timestamp, nonce, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
