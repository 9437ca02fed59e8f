package io.tilth.wecom.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.wecom.Envelopes.Signature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WeCom's signature: SHA-1 of token, time, nonce and sealed text, sorted and joined. The algorithm is the platform's. */
final class Signing {

    private Signing() {}

    /** Takes the same time however much of the signature is right. */
    static boolean proves(String token, Signature claimed, String sealed) {
        var right = of(token, claimed.timestamp(), claimed.nonce(), sealed);
        return MessageDigest.isEqual(right.getBytes(UTF_8), claimed.signature().getBytes(UTF_8));
    }

    static String of(String... parts) {
        try {
            var joined = Stream.of(parts).sorted().collect(Collectors.joining());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
