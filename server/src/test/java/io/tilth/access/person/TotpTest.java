package io.tilth.access.person;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final Totp RFC = new Totp(Base32.toBase32String("12345678901234567890".getBytes(US_ASCII)));

    @Test
    void makesTheCodesOfTheStandard() {
        assertThat(RFC.codeAt(59 / 30)).isEqualTo("287082");
        assertThat(RFC.codeAt(1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(RFC.codeAt(20_000_000_000L / 30)).isEqualTo("353130");
    }

    @Test
    void allowsClocksToDifferByOneStep() {
        var now = Instant.ofEpochSecond(1_000_000_010);
        long step = 1_000_000_010 / 30;

        assertThat(RFC.stepOf(RFC.codeAt(step), now)).hasValue(step);
        assertThat(RFC.stepOf(RFC.codeAt(step - 1), now)).hasValue(step - 1);
        assertThat(RFC.stepOf(RFC.codeAt(step + 1), now)).hasValue(step + 1);
        assertThat(RFC.stepOf(RFC.codeAt(step - 2), now)).isEmpty();
        assertThat(RFC.stepOf(RFC.codeAt(step + 2), now)).isEmpty();
        assertThat(RFC.stepOf("", now)).isEmpty();
    }

    @Test
    void tellsTheAppWhoseCodesTheyAre() {
        var forApp = new Totp("ABCD").forApp("林 lin@example.com");

        assertThat(forApp.uri())
                .isEqualTo("otpauth://totp/Tilth:%E6%9E%97%20lin%40example.com?secret=ABCD&issuer=Tilth");
        assertThat(Totp.random().secret())
                .hasSize(32)
                .isNotEqualTo(Totp.random().secret());
    }
}
