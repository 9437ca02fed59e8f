package io.tilth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals and signs for one address as WeCom does. */
record Letters(String path, String token, String aesKey) {

    static Letters of(String opened) {
        var parts = opened.split(" ");
        return new Letters(parts[0], parts[1], parts[2]);
    }

    /** @param door before the path, where it is not WeCom's own; empty else */
    byte[] request(String door, String message) {
        var text = encrypt(message);
        var nonce = Integer.toString(text.hashCode() & 0x7fffffff);
        return Wire.post(
                door + path + "?msg_signature=" + sign("1790000000", nonce, text) + "&timestamp=1790000000&nonce="
                        + nonce,
                "text/xml",
                "<xml><ToUserName><![CDATA[" + BenchController.CORP + "]]></ToUserName><Encrypt><![CDATA[" + text
                        + "]]></Encrypt><AgentID><![CDATA[1000002]]></AgentID></xml>");
    }

    private String encrypt(String message) {
        try {
            var text = message.getBytes(UTF_8);
            var receiver = BenchController.CORP.getBytes(UTF_8);
            int length = 20 + text.length + receiver.length;
            int padding = 32 - length % 32;
            var plain = ByteBuffer.allocate(length + padding)
                    .put(new byte[16])
                    .putInt(text.length)
                    .put(text)
                    .put(receiver)
                    .array();
            Arrays.fill(plain, length, plain.length, (byte) padding);
            var key = Base64.getDecoder().decode(aesKey + "=");
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String sign(String timestamp, String nonce, String text) {
        try {
            var joined = Stream.of(token, timestamp, nonce, text).sorted().collect(Collectors.joining());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
