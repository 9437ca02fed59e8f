package io.tilth.access.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.wecom.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInStateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final CompanyId HEMU = CompanyId.next();

    @Test
    void comesBackFromItsCookieAsItWas() {
        var begun = SignInState.begin(HEMU, NOW, Optional.of("/console/customers?q=%E7%8E%8B&tag=1"));

        assertThat(SignInState.read(begun.cookie())).contains(begun);
    }

    @Test
    void holdsForItsOwnNonceAndForTenMinutes() {
        var begun = SignInState.begin(HEMU, NOW, Optional.empty());

        assertThat(begun.isFor(begun.nonce(), NOW.plus(Duration.ofMinutes(9)))).isTrue();
        assertThat(begun.isFor(begun.nonce(), NOW.plus(Duration.ofMinutes(10)))).isFalse();
        assertThat(begun.isFor(SignInState.begin(HEMU, NOW, Optional.empty()).nonce(), NOW))
                .isFalse();
        assertThat(begun.isFor("", NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w", "/w?company=1", "/w/alerts/0199a", "/w/sidebar?company=1"})
    void leadsToTheWorkbenchOnItsOwnHost(String page) {
        var begun = SignInState.begin(HEMU, NOW, Optional.of(page));

        assertThat(begun.to()).isEqualTo(page);
        assertThat(begun.toWorkbench()).isTrue();
    }

    @Test
    void takesTheConsoleForNoWorkbench() {
        assertThat(SignInState.begin(HEMU, NOW, Optional.of("/console/wall")).toWorkbench())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/console/../../evil",
                "/\\evil.example",
                "/consoleevil",
                "/workbench",
                "/w/../console",
                "/console/\r\nSet-Cookie: a=b",
                "/console\\evil",
                "/api/v1/session",
                "javascript:alert(1)",
                ""
            })
    void leadsNowhereButToOurOwnPages(String to) {
        assertThat(SignInState.begin(HEMU, NOW, Optional.of(to)).to()).isEqualTo("/console");
    }

    @Test
    void keepsAPageOfOurs() {
        assertThat(SignInState.begin(HEMU, NOW, Optional.of("/console/customers?state=LOST"))
                        .to())
                .isEqualTo("/console/customers?state=LOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "YWJj", "bm9uY2Ugbm90LWFuLWlkIDEgL2NvbnNvbGU"})
    void readsNothingFromWhatIsNoCookieOfOurs(String cookie) {
        assertThat(SignInState.read(cookie)).isEmpty();
    }
}
