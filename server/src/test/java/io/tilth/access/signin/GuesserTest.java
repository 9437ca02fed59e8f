package io.tilth.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuesserTest {

    @Test
    void countsALoginHoweverItIsTyped() {
        assertThat(new Guesser(" LIN ", "10.0.0.1").loginKey()).isEqualTo(new Guesser("lin", "10.0.0.2").loginKey());
    }

    @Test
    void countsAWholeNetworkOfVersionSixAsOneAddress() {
        var one = new Guesser("lin", "2001:db8:1:2::1");

        assertThat(one.addressKey()).isEqualTo(new Guesser("lin", "2001:db8:1:2:ffff::9").addressKey());
        assertThat(one.addressKey()).isNotEqualTo(new Guesser("lin", "2001:db8:1:3::1").addressKey());
    }

    @Test
    void keepsKindsOfCountsApart() {
        var lin = new Guesser("lin", "lin");

        assertThat(lin.loginKey())
                .isNotEqualTo(lin.wrongKey())
                .isNotEqualTo(lin.lockKey())
                .isNotEqualTo(lin.addressKey());
    }
}
