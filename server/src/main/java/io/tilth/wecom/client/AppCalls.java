package io.tilth.wecom.client;

import io.tilth.kernel.AfterCommit;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomApps;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class AppCalls implements WecomApps {

    private final Asking asking;
    private final Lines lines;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final TokenService stored;

    AppCalls(Asking asking, Lines lines, Tokens tokens, AccessTokens accessTokens, TokenService stored) {
        this.asking = asking;
        this.lines = lines;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.stored = stored;
    }

    @Override
    public void prove(CompanyId company) {
        Calls.checkNoTransaction("gettoken");
        forget(company);
        accessTokens.of(lines.of(company), null);
    }

    @Override
    public App find(CompanyId company) {
        var agent = Integer.toString(asking.app(company).agentId());
        var answer = asking.get(company, "agent/get", Map.of("agentid", agent));
        return new App(
                Fields.text(answer, "name"),
                Fields.text(answer, "redirect_domain"),
                Fields.number(answer, "close") == 1,
                answer.path("allow_userinfos")
                        .path("user")
                        .valueStream()
                        .map(user -> Fields.user(user, "userid"))
                        .toList(),
                List.copyOf(Fields.numbers(answer.path("allow_partys"), "partyid")));
    }

    @Override
    public String ticket(CompanyId company, Ticket kind) {
        Calls.checkNoTransaction("ticket/get");
        var name = kind == Ticket.COMPANY ? Token.Name.JSAPI : Token.Name.AGENT_JSAPI;
        return tokens.of(lines.of(company), name, null, () -> fetch(company, kind));
    }

    @Override
    public void forget(CompanyId company) {
        stored.forget(company);
        lines.forget(company);
        AfterCommit.run(() -> lines.forget(company)); // meanwhile somebody may have read the old secret again
    }

    private Tokens.Fetched fetch(CompanyId company, Ticket kind) {
        var answer = kind == Ticket.COMPANY
                ? asking.get(company, "get_jsapi_ticket", Map.of())
                : asking.get(company, "ticket/get", Map.of("type", "agent_config"));
        return new Tokens.Fetched(Fields.text(answer, "ticket"), Fields.number(answer, "expires_in"));
    }
}
