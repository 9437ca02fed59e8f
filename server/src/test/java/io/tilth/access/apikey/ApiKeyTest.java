package io.tilth.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant SOON = NOW.plus(Duration.ofDays(1));

    @Test
    void opensUntilItExpires() {
        var key = until(SOON);

        assertThat(key.opensAt(NOW)).isTrue();
        assertThat(key.opensAt(SOON)).isFalse();
    }

    @Test
    void holdsForOneYearAtMost() {
        assertThat(until(Instant.parse("2027-11-22T08:00:00Z")).opensAt(NOW)).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> until(Instant.parse("2027-11-22T08:00:01Z")))
                .withMessage("api-key-too-long");
    }

    @Test
    void isNotExpiredFromTheStart() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> until(NOW)).withMessage("api-key-expired-from-start");
    }

    @Test
    void notesItsUseOnceAMinute() {
        assertThat(until(SOON).isUseWorthNoting(NOW)).isTrue();
        assertThat(usedAt(NOW).isUseWorthNoting(NOW.plusSeconds(60))).isFalse();
        assertThat(usedAt(NOW).isUseWorthNoting(NOW.plusSeconds(61))).isTrue();
    }

    private static ApiKey until(Instant end) {
        return ApiKey.begin(KeyText.next(new TenantId(1)), "ERP", Set.of("audit:read"), end, NOW);
    }

    private static ApiKey usedAt(Instant time) {
        var key = until(SOON);
        return new ApiKey(
                key.id(),
                key.name(),
                key.prefix(),
                key.rights(),
                key.createdAt(),
                key.expiresAt(),
                Optional.of(time),
                Optional.empty());
    }
}
