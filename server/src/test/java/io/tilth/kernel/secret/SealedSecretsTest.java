package io.tilth.kernel.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TilthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {

    private static final TenantId ACME = new TenantId(1);
    private static final TenantId GLOBEX = new TenantId(2);

    private final SealedSecrets secrets = secrets("test-key-for-tests-only-12345678");

    @Test
    void opensWhatItSealed() {
        assertThat(secrets.open(ACME, secrets.seal(ACME, "企业密钥 🔑"))).isEqualTo("企业密钥 🔑");
    }

    @Test
    void showsNothingOfTheSecretAndNeverSealsTheSameWayTwice() {
        assertThat(new String(secrets.seal(ACME, "secret"), UTF_8)).doesNotContain("secret");
        assertThat(secrets.seal(ACME, "secret")).isNotEqualTo(secrets.seal(ACME, "secret"));
    }

    @Test
    void isWorthlessInAnotherTenantWithAnotherKeyOrWhenTouched() {
        var sealed = secrets.seal(ACME, "secret");
        var touched = sealed.clone();
        touched[20] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> secrets.open(GLOBEX, sealed));
        assertThatIllegalStateException().isThrownBy(() -> secrets.open(ACME, touched));
        assertThatIllegalStateException()
                .isThrownBy(() -> secrets("another-key-for-tests-only-12345").open(ACME, sealed));
    }

    private static SealedSecrets secrets(String key) {
        return new SealedSecrets(new TilthSettings(
                URI.create("http://localhost"),
                Base64.getEncoder().encodeToString(key.getBytes(UTF_8)),
                List.of(),
                Path.of("."),
                "",
                null,
                null));
    }
}
