package io.tilth.tracking.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.tracking.ReachPages;
import io.tilth.tracking.ReachPages.Identification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class ReachSettingsTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    ReachPages pages;

    Probing acme;

    @BeforeEach
    void asAMarketer() {
        acme = Probing.on(port, "reach-setting:read,reach-setting:write,audit:read");
    }

    @Test
    void standsOnTheInstallationsAddressUntilThereIsADomain() {
        assertThat(acme.get("/api/v1/reach-settings").body()).contains("\"domain\":null", "\"SILENT\"");
        assertThat(address("1a")).isEqualTo("http://localhost:8080/r/1a");

        assertThat(change("Go.Hemuli.cn", "ON_TAP", 0).body()).contains("\"version\":1", "go.hemuli.cn");

        assertThat(address("1a")).isEqualTo("https://go.hemuli.cn/r/1a");
        assertThat(directories.in(acme.tenant(), pages::identification)).isEqualTo(Identification.ON_TAP);
        assertThat(acme.get("/api/v1/audit").body()).contains("reach-setting.changed");
    }

    @Test
    void refusesWhatIsNoDomain() {
        for (var wrong : new String[] {"https://a.cn", "a", "a.cn/b", "-a.cn", "127.0.0.1", "a b.cn"}) {
            assertThat(change(wrong, "SILENT", 0).body()).as(wrong).contains("reach-domain-not-valid");
        }
    }

    @Test
    void changesOnlyWhatWasSeen() {
        assertThat(change("a.hemuli.cn", "NEVER", 3).statusCode()).isEqualTo(409);
        assertThat(change("a.hemuli.cn", "NEVER", 0).statusCode()).isEqualTo(200);
        assertThat(change("b.hemuli.cn", "NEVER", 0).statusCode()).isEqualTo(409);
        assertThat(change("b.hemuli.cn", "NEVER", 1).body()).contains("b.hemuli.cn");
    }

    @Test
    void belongsToOneTenant() {
        change("a.hemuli.cn", "NEVER", 0);
        assertThat(Probing.on(port, "reach-setting:read")
                        .get("/api/v1/reach-settings")
                        .body())
                .contains("\"version\":0");
    }

    private String address(String code) {
        return directories.in(acme.tenant(), () -> pages.address(code).toString());
    }

    private java.net.http.HttpResponse<String> change(String domain, String identification, int version) {
        return acme.put("/api/v1/reach-settings", """
                {"domain": "%s", "brand": "禾木里", "recordNumber": "浙ICP备1号", "foot": "", "phone": "0571-88886666",
                "identification": "%s", "contactForm": true, "version": %d}""".formatted(domain, identification, version));
    }
}
