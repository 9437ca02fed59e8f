package io.tilth.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Pages of the workbench are signed for WeCom's JS-SDK with tickets that WeCom gave. */
class PageSigningTest extends Sandboxed {

    @Test
    void signsForTheCompanyAndForItsAppAndWithoutTheFragment() {
        seed(1, 0);
        var signed = read("/api/v1/wecom/jssdk?url=" + encoded("https://crm.example.com/w/sidebar?a=1#top"));

        assertThat(signed.at("/corpId").asString()).isEqualTo(CORP);
        assertThat(signed.at("/signature").asString()).hasSize(40);
        assertThat(signed.at("/agentSignature").asString())
                .hasSize(40)
                .isNotEqualTo(signed.at("/signature").asString());
        assertThat(signed.at("/scriptUrl").asString()).startsWith("http");
    }

    @Test
    void refusesWhatIsNoPageAndSaysWhenNothingIsConnected() {
        assertThat(acme.get("/api/v1/wecom/jssdk?url=" + encoded("javascript:alert(1)"))
                        .body())
                .contains("page-not-signable");
        assertThat(Probing.on(port, "")
                        .get("/api/v1/wecom/jssdk?url=" + encoded("https://a.example/"))
                        .body())
                .contains("no-company-connected");
    }

    @Test
    void saysThatWecomDoesNotAnswerAndWhenToAskAgain() {
        SANDBOX.faults().set(Faults.none().seeded(1).with(Fault.BUSY, 1).onlyFor(CORP, "/cgi-bin/get_jsapi_ticket"));
        try {
            var answer = acme.get("/api/v1/wecom/jssdk?url=" + encoded("https://crm.example.com/w/"));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(answer.body()).contains("/problems/wecom-unreachable");
        } finally {
            SANDBOX.faults().set(Faults.none());
        }
    }

    private static String encoded(String url) {
        return URLEncoder.encode(url, StandardCharsets.UTF_8);
    }
}
