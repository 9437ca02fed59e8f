package io.tilth.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.signin.Limit.Made;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Limit THREE = new Limit(3, Duration.ofSeconds(20));

    @Test
    void letsThroughUntilItIsReached() {
        assertThat(THREE.wait(List.of(), NOON)).isEmpty();
        assertThat(THREE.wait(List.of(ago(5, 2)), NOON)).isEmpty();
    }

    @Test
    void waitsUntilEnoughGuessesAreForgotten() {
        assertThat(THREE.wait(List.of(ago(15, 1), ago(10, 1), ago(1, 1)), NOON)).contains(Duration.ofSeconds(5));
        assertThat(THREE.wait(List.of(ago(15, 1), ago(10, 1), ago(1, 2)), NOON)).contains(Duration.ofSeconds(10));
        assertThat(THREE.wait(List.of(ago(7, 3)), NOON)).contains(Duration.ofSeconds(13));
    }

    private static Made ago(int seconds, int count) {
        return new Made(NOON.minusSeconds(seconds), count);
    }
}
