package io.tilth.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenRowTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Token TOKEN = new Token("t", NOW.plusSeconds(7200));

    @Test
    void givesATokenThatHolds() {
        assertThat(row(TOKEN).claim(null, NOW)).isEqualTo(new TokenClaim.Ready(TOKEN));
    }

    @Test
    void replacesATokenBeforeItEnds() {
        assertThat(row(TOKEN).claim(null, NOW.plusSeconds(7001))).isInstanceOf(TokenClaim.Leased.class);
    }

    @Test
    void replacesATokenThatWasNotTaken() {
        assertThat(row(TOKEN).claim("t", NOW)).isInstanceOf(TokenClaim.Leased.class);
        assertThat(row(TOKEN).claim("older", NOW)).isEqualTo(new TokenClaim.Ready(TOKEN));
    }

    @Test
    void hasOthersWaitForWhoFetches() {
        var row = new TokenRow(Optional.empty(), Optional.of(NOW.plusSeconds(5)), Optional.empty(), Optional.empty());

        assertThat(row.claim(null, NOW)).isInstanceOf(TokenClaim.Wait.class);
        assertThat(row.claim(null, NOW.plusSeconds(6))).isInstanceOf(TokenClaim.Leased.class);
    }

    @Test
    void restsAfterARefusedSecret() {
        var row = new TokenRow(Optional.empty(), Optional.empty(), Optional.of(NOW), Optional.of(40001));

        assertThat(row.claim(null, NOW.plusSeconds(5))).isEqualTo(new TokenClaim.Refused(40001));
        assertThat(row.claim(null, NOW.plusSeconds(25))).isInstanceOf(TokenClaim.Leased.class);
    }

    private static TokenRow row(Token token) {
        return new TokenRow(Optional.of(token), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
