package io.tilth.access.person;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"a plain sentence", "一句好记的话没有任何规则", "tenletters", "🌱🌿🌳🍀🌾🌵🌴🌲🎋🎍"})
    void takesWhateverIsLongEnough(String password) {
        assertThatCode(() -> PasswordRules.check("lin@example.com", password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "ninechars, password-too-short",
        "lin@example.com, password-is-login",
        "LIN@example.com, password-is-login",
        "1234567890, password-too-common",
        "Woaini1314520, password-too-common",
        "P@ssw0rd123, password-too-common",
        "aaaaaaaaaaaaaaa, password-too-common",
        "121212121212, password-too-common"
    })
    void refusesWhatIsGuessedFirst(String password, String code) {
        refuses(password, code);
    }

    @Test
    void refusesWhatNobodyTypes() {
        refuses("abcd".repeat(33), "password-too-long");
    }

    private static void refuses(String password, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PasswordRules.check("lin@example.com", password))
                .matches(refusal -> refusal.code().equals(code), code);
    }
}
