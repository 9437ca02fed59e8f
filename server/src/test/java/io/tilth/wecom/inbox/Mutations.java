package io.tilth.wecom.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tilth.wecom.Sealing;
import io.tilth.wecom.Sealing.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests that differ in one thing from what WeCom would send; always the same ones. */
class Mutations {

    private static final String CORP = Correspondent.CORP;

    private final Random random = new Random(20261122);
    private final Correspondent wecom;
    private final Correspondent other;

    Mutations(Correspondent wecom, Correspondent other) {
        this.wecom = wecom;
        this.other = other;
    }

    /** What a request differs in from one of WeCom's. */
    enum Mutation {
        SIGNATURE,
        NONCE,
        TIMESTAMP,
        CIPHER_TEXT,
        PADDING,
        RECEIVER,
        KEY_OF_ANOTHER,
        TOKEN_OF_ANOTHER,
        ADDRESS_OF_ANOTHER,
        BODY_CUT,
        BODY_NOISE,
        NOTHING_SIGNED
    }

    record Attempt(String path, String body) {}

    List<Attempt> attempts(int count) {
        var attempts = new ArrayList<Attempt>();
        for (int i = 0; i < count; i++) {
            attempts.add(mutate(Mutation.values()[i % Mutation.values().length]));
        }
        return attempts;
    }

    Attempt mutate(Mutation mutation) {
        var right = wecom.seal(message());
        return switch (mutation) {
            case SIGNATURE -> with(new Sealed(flip(right.signature()), right.timestamp(), right.nonce(), right.text()));
            case NONCE -> with(new Sealed(right.signature(), right.timestamp(), flip(right.nonce()), right.text()));
            case TIMESTAMP -> with(new Sealed(right.signature(), flip(right.timestamp()), right.nonce(), right.text()));
            case CIPHER_TEXT ->
                with(new Sealed(right.signature(), right.timestamp(), right.nonce(), flip(right.text())));
            case PADDING -> with(crooked());
            case RECEIVER -> with(sealing(wecom.issued().token(), wecom.issued().aesKey(), flip(CORP)));
            case KEY_OF_ANOTHER ->
                with(sealing(wecom.issued().token(), other.issued().aesKey(), CORP));
            case TOKEN_OF_ANOTHER ->
                with(sealing(other.issued().token(), wecom.issued().aesKey(), CORP));
            case ADDRESS_OF_ANOTHER -> new Attempt(other.path() + right.query(), right.xml(CORP));
            case BODY_CUT -> {
                var body = right.xml(CORP);
                yield new Attempt(wecom.path() + right.query(), body.substring(0, random.nextInt(body.length() - 60)));
            }
            case BODY_NOISE -> {
                var noise = new byte[random.nextInt(2_000)];
                random.nextBytes(noise);
                yield new Attempt(wecom.path() + right.query(), new String(noise, ISO_8859_1));
            }
            case NOTHING_SIGNED -> new Attempt(wecom.path(), right.xml(CORP));
        };
    }

    /** Rightly signed, and with padding that is wrong in a way of its own. */
    private Sealed crooked() {
        var plain = Sealing.plain(message(), CORP, random);
        int last = plain[plain.length - 1];
        if (last > 1 && random.nextBoolean()) {
            plain[plain.length - 2 - random.nextInt(last - 1)] ^= (byte) (1 << random.nextInt(8));
        } else {
            plain[plain.length - 1] ^= (byte) (1 << random.nextInt(8));
        }
        return wecom.sealing().sign(wecom.sealing().encrypt(plain), random);
    }

    private Sealed sealing(String token, String key, String receiver) {
        return new Sealing(token, key, receiver).seal(message(), random);
    }

    private Attempt with(Sealed sealed) {
        return new Attempt(wecom.path() + sealed.query(), sealed.xml(CORP));
    }

    /** One bit of one letter; where that would break the form of a query or of XML, another one. */
    private String flip(String text) {
        while (true) {
            var letters = text.toCharArray();
            letters[random.nextInt(letters.length)] ^= (char) (1 << random.nextInt(7));
            var flipped = new String(letters);
            if (flipped.chars().allMatch(letter -> letter > ' ' && letter < 127 && "<>&]".indexOf(letter) < 0)) {
                return flipped;
            }
        }
    }

    String message() {
        return Correspondent.message("test_hostile", "create", "wm" + random.nextInt(), 1_790_000_000, "");
    }
}
