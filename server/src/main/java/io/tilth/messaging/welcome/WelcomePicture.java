package io.tilth.messaging.welcome;

import io.tilth.kernel.Refusal;
import io.tilth.messaging.WelcomePictureId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A picture that welcomes carry: PNG or JPEG by what it is, whatever it is called. */
record WelcomePicture(WelcomePictureId id, String contentType, byte[] bytes) {

    /** WeCom takes no larger ones for good. */
    static final int LARGEST = 2 << 20;

    private static final int SMALLEST = 6;

    static WelcomePicture of(byte[] bytes) {
        Refusal.unless(bytes.length <= LARGEST, "welcome-picture-too-large");
        Refusal.unless(bytes.length >= SMALLEST, "welcome-picture-unknown");
        boolean png = bytes[0] == (byte) 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        boolean jpeg = bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8 && bytes[2] == (byte) 0xff;
        Refusal.unless(png || jpeg, "welcome-picture-unknown");
        return new WelcomePicture(WelcomePictureId.next(), png ? "image/png" : "image/jpeg", bytes);
    }

    String name() {
        return contentType.equals("image/png") ? "welcome.png" : "welcome.jpg";
    }

    /** What one company's WeCom keeps of it. */
    record Copy(Optional<URI> url, Optional<String> media, Optional<Instant> mediaAt) {

        private static final Duration GOOD = Duration.ofDays(2);

        /** WeCom forgets it after three days; a day of that is kept in hand. */
        Optional<String> fresh(Instant now) {
            return media.filter(
                    id -> mediaAt.filter(at -> now.isBefore(at.plus(GOOD))).isPresent());
        }
    }
}
