package io.tilth.wecom.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tilth.kernel.Refusal;
import io.tilth.wecom.Company.Kind;
import io.tilth.wecom.connect.ConnectedCompany.Draft;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectedCompanyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void beginsAsADraft() {
        var company = ConnectedCompany.draft(draft(" 禾木里 ", Optional.empty()), NOW);

        assertThat(company.state()).isEqualTo(State.DRAFT);
        assertThat(company.name()).isEqualTo("禾木里");
        assertThat(company.connectedAt()).isEmpty();
        assertThat(company.connected(NOW).connectedAt()).contains(NOW);
        assertThat(company.connected(NOW).closed().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void takesDomainsAlone() {
        for (var good : new String[] {"crm.example.com", "localhost", "a-b.c1.cn"}) {
            assertThat(ConnectedCompany.draft(draft("A", Optional.of(good)), NOW)
                            .domain())
                    .contains(good);
        }
        for (var bad : new String[] {"https://a.cn", "a.cn/path", "a.cn:80", "-a.cn", "a..cn", "ä.cn", "a b.cn"}) {
            assertThatThrownBy(() -> ConnectedCompany.draft(draft("A", Optional.of(bad)), NOW))
                    .as(bad)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("wecom-domain-not-valid");
        }
        assertThat(ConnectedCompany.host("  CRM.Example.COM ")).contains("crm.example.com");
        assertThat(ConnectedCompany.host("  ")).isEmpty();
    }

    @Test
    void tellsNoSecret() {
        assertThat(draft("A", Optional.empty()).toString()).doesNotContain("s3cr3t");
        assertThat(new ConnectService.Change("A", 1, Optional.of("s3cr3t"), Optional.empty(), 1).toString())
                .doesNotContain("s3cr3t");
    }

    private static Draft draft(String name, Optional<String> domain) {
        return new Draft(Kind.SELF_BUILT, name, "ww1", 1, "s3cr3t", domain);
    }
}
