package io.tilth.access.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {

    private static final LinkToken TOKEN = LinkToken.random(new TenantId(1_234_567), UUID.randomUUID());

    @Test
    void survivesTheJourneyThroughAnAddress() {
        assertThat(TOKEN.text()).matches("[a-z0-9]+\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}");
        assertThat(LinkToken.read(TOKEN.text())).contains(TOKEN);
    }

    @Test
    void keepsItsSecretOutOfLogs() {
        var secret = TOKEN.text().split("\\.")[2];

        assertThat(TOKEN.toString()).doesNotContain(secret);
        assertThat(TOKEN.hash()).hasSize(32).isNotEqualTo(TOKEN.secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "1.2.3", "-1.AAAAAAAAAAAAAAAAAAAAAA.AAAA", "!.!.!", "zzzzzzzzzzzzzzzz.a.b", "\u0000"})
    void isNothingElse(String text) {
        assertThat(LinkToken.read(text)).isEmpty();
    }
}
