package io.tilth.access.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.tilth.access.Persons.TotpSecret;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * Codes that change every 30 seconds (RFC 6238), as authenticator apps make them.
 *
 * @param secret in Base32
 */
record Totp(String secret) {

    private static final int BYTES = 20;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    static Totp random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Totp(Base32.toBase32String(bytes));
    }

    TotpSecret forApp(String login) {
        var label = URLEncoder.encode(login, UTF_8).replace("+", "%20");
        return new TotpSecret(secret, "otpauth://totp/Tilth:%s?secret=%s&issuer=Tilth".formatted(label, secret));
    }

    /** The step whose code this is: the present one or a neighbour, since clocks differ; empty when it is none of them. */
    OptionalLong stepOf(String code, Instant now) {
        long present = now.getEpochSecond() / CODES.getTimeStep().toSeconds();
        return LongStream.of(present, present - 1, present + 1)
                .filter(step -> MessageDigest.isEqual(codeAt(step).getBytes(US_ASCII), code.getBytes(UTF_8)))
                .findFirst();
    }

    String codeAt(long step) {
        try {
            var moment = Instant.ofEpochSecond(step * CODES.getTimeStep().toSeconds());
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm()), moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
