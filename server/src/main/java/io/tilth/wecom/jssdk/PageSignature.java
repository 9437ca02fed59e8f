package io.tilth.wecom.jssdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a page needs to use WeCom's JS-SDK.
 *
 * @param agentId of the app
 * @param signature over the company's ticket, for {@code config}
 * @param agentSignature over the app's ticket, for {@code agentConfig}
 */
record PageSignature(
        String corpId,
        int agentId,
        URI scriptUrl,
        long timestamp,
        String nonceStr,
        String signature,
        String agentSignature) {

    /** SHA-1 over the four in the order of their names, as WeCom wants it. */
    static String sign(String ticket, String nonce, long timestamp, String url) {
        var text = "jsapi_ticket=" + ticket + "&noncestr=" + nonce + "&timestamp=" + timestamp + "&url=" + url;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
