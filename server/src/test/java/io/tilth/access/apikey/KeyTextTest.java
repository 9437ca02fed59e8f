package io.tilth.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.TenantId;
import org.junit.jupiter.api.Test;

class KeyTextTest {

    private static final TenantId ACME = new TenantId(1295);

    @Test
    void isReadBackAsWritten() {
        var text = KeyText.next(ACME);

        assertThat(text.whole()).startsWith("tk_zz_").startsWith(text.prefix());
        assertThat(KeyText.parse(text.whole())).contains(text);
    }

    @Test
    void isOfNoOtherForm() {
        var whole = KeyText.next(ACME).whole();

        assertThat(KeyText.parse("")).isEmpty();
        assertThat(KeyText.parse(whole + "0")).isEmpty();
        assertThat(KeyText.parse(whole.replace("zz", "-1"))).isEmpty();
        assertThat(KeyText.parse(whole.replace("zz", "zzzzzzzzzzzzz"))).isEmpty();
        assertThat(KeyText.parse(whole.replace("tk_zz", "tk_zzzzzzzzzzzz"))).isPresent();
    }

    @Test
    void matchesItsOwnHashAlone() {
        var text = KeyText.next(ACME);

        assertThat(text.matches(text.hash())).isTrue();
        assertThat(KeyText.next(ACME).matches(text.hash())).isFalse();
    }

    @Test
    void keepsItsSecretOutOfLogs() {
        var text = KeyText.next(ACME);

        assertThat(text.toString()).doesNotContain(text.secret());
    }
}
