package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.Test;

abstract class TicketJudge extends Judge {

    @Test
    void signsForTheCompanyAndForTheAppWithDifferentTickets() throws WxErrorException {
        var company = cp().createJsapiSignature("https://tilth.example.com/sidebar?a=1");
        var app = cp().createAgentJsapiSignature("https://tilth.example.com/sidebar?a=1");

        assertThat(Clients.isSigned(company, cp().getJsapiTicket())).isTrue();
        assertThat(app.getSignature()).isNotBlank();
        assertThat(cp().getAgentJsapiTicket()).isNotEqualTo(cp().getJsapiTicket());
    }

    @Test
    void servesTheScriptsThatAnswerFromTheCurrentChat() throws Exception {
        for (var script :
                new String[] {"/open/js/jweixin-1.2.0.js", "/wwopen/js/jwxwork-1.0.0.js", "/wwopen/js/jssdk.js"}) {
            assertThat(new String(bench().browser().fetch(bench().url() + script), StandardCharsets.UTF_8))
                    .as(script)
                    .contains("getCurExternalContact");
        }
    }
}
