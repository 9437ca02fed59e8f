package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberLogins;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class LoginCalls implements MemberLogins {

    /** A code that is wrong, spent or too old. */
    private static final Set<Integer> SPENT = Set.of(40029, 42003, 42022);

    private final Asking asking;
    private final WecomSettings settings;

    LoginCalls(Asking asking, WecomSettings settings) {
        this.asking = asking;
        this.settings = settings;
    }

    @Override
    public URI inside(CompanyId company, URI back, String state) {
        var app = asking.app(company);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("appid", app.corpId());
        parameters.put("redirect_uri", back.toString());
        parameters.put("response_type", "code");
        parameters.put("scope", "snsapi_base");
        parameters.put("state", state);
        parameters.put("agentid", Integer.toString(app.agentId()));
        return URI.create(
                Urls.join(settings.authorizeUrl(), "/connect/oauth2/authorize", parameters) + "#wechat_redirect");
    }

    @Override
    public URI scan(CompanyId company, URI back, String state) {
        var app = asking.app(company);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("login_type", "CorpApp");
        parameters.put("appid", app.corpId());
        parameters.put("agentid", Integer.toString(app.agentId()));
        parameters.put("redirect_uri", back.toString());
        parameters.put("state", state);
        return Urls.join(settings.scanUrl(), "/wwlogin/sso/login", parameters);
    }

    @Override
    public Optional<String> who(CompanyId company, String code) {
        try {
            var answer = asking.get(company, "auth/getuserinfo", Map.of("code", code));
            return Fields.optional(answer, "userid")
                    .or(() -> Fields.optional(answer, "UserId"))
                    .map(Fields::user);
        } catch (WecomRefusal refusal) {
            if (SPENT.contains(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
