package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.VisitorLogins;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class VisitorLoginCalls implements VisitorLogins {

    private static final Logger log = LoggerFactory.getLogger(VisitorLoginCalls.class);

    private final Asking asking;
    private final WecomSettings settings;

    VisitorLoginCalls(Asking asking, WecomSettings settings) {
        this.asking = asking;
        this.settings = settings;
    }

    @Override
    public Optional<URI> ask(CompanyId company, URI back, String state) {
        try {
            var app = asking.app(company);
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("appid", app.corpId());
            parameters.put("redirect_uri", back.toString());
            parameters.put("response_type", "code");
            parameters.put("scope", "snsapi_base");
            parameters.put("state", state);
            parameters.put("agentid", Integer.toString(app.agentId()));
            return Optional.of(URI.create(
                    Urls.join(settings.authorizeUrl(), "/connect/oauth2/authorize", parameters) + "#wechat_redirect"));
        } catch (WecomRefusal notConnected) {
            return Optional.empty();
        }
    }

    /** Whatever goes wrong here, the page is still read: a reader who is not known is better than one who is sent away. */
    @Override
    public Known who(CompanyId company, String code) {
        try {
            var answer = asking.get(company, "auth/getuserinfo", Map.of("code", code));
            if (Fields.number(answer, "is_snapshotuser") == 1) {
                return Known.NOBODY;
            }
            var user = Fields.optional(answer, "userid")
                    .or(() -> Fields.optional(answer, "UserId"))
                    .map(Fields::user);
            var external = Fields.optional(answer, "external_userid").filter(customer -> user.isEmpty());
            var open = Fields.optional(answer, "openid").or(() -> Fields.optional(answer, "OpenId"));
            return new Known(open, external, user);
        } catch (WecomRefusal refusal) {
            log.info("WeCom did not say who opened a page: {}", refusal.getMessage());
            return Known.NOBODY;
        }
    }
}
