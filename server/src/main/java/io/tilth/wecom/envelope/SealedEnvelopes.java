package io.tilth.wecom.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.wecom.Envelopes;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Our own rather than the client library's, which checks neither the receiver nor the padding. */
@Component
class SealedEnvelopes implements Envelopes {

    /** WeCom's longest messages are a few kilobytes; what is longer is somebody else's. */
    private static final int MOST = 128 * 1024;

    @Override
    public Optional<Opened> open(Seal seal, Signature signature, Form form, byte[] body) {
        if (body.length > MOST) {
            return Optional.empty();
        }
        // Only the one text that is signed is taken out before the signature has been checked.
        return Text.strict(body)
                .flatMap(text -> Leaves.of(form, text))
                .flatMap(envelope -> Optional.ofNullable(envelope.getOrDefault("Encrypt", envelope.get("encrypt"))))
                .flatMap(text -> decrypt(seal, signature, text))
                .flatMap(letter -> Leaves.of(form, letter.text())
                        .map(fields -> new Opened(letter.receiver(), letter.text(), fields)));
    }

    @Override
    public Optional<String> echo(Seal seal, Signature signature, String echo) {
        return echo.length() > MOST
                ? Optional.empty()
                : decrypt(seal, signature, echo).map(Letter::text);
    }

    private static Optional<Letter> decrypt(Seal seal, Signature signature, String sealed) {
        if (!Signing.proves(seal.token(), signature, sealed)) {
            return Optional.empty();
        }
        return Letter.decrypt(seal.aesKey(), sealed.getBytes(UTF_8))
                .filter(letter -> seal.receivers().test(letter.receiver()));
    }
}
