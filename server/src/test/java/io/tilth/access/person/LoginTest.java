package io.tilth.access.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {

    @Test
    void isTheSameHoweverItIsTyped() {
        assertThat(new Login("  Ｌin@Example.COM ")).isEqualTo(new Login("lin@example.com"));
    }

    @Test
    void mayBeChinese() {
        assertThat(new Login("林小姐").value()).isEqualTo("林小姐");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "two words", "<b>lin</b>", "lin\u0000zhao", "lin\nzhao"})
    void isNothingElse(String typed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Login(typed))
                .matches(refusal -> refusal.code().equals("login-not-valid"));
    }
}
