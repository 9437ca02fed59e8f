package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TokenService {

    /** Longer than a fetch can take: connecting and reading have limits of their own. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final TokenRepository tokens;
    private final Clock clock;

    TokenService(TokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    public TokenClaim claim(CompanyId company, Token.Name name, @Nullable String stale, UUID by) {
        var now = clock.instant();
        var claim = tokens.hold(company, name).claim(stale, now);
        if (claim instanceof TokenClaim.Leased) {
            tokens.lease(company, name, by, now.plus(LEASE));
        }
        return claim;
    }

    public void keep(CompanyId company, Token.Name name, UUID by, Token token) {
        tokens.keep(company, name, by, token, clock.instant());
    }

    public void release(CompanyId company, Token.Name name, UUID by, WecomRefusal refusal) {
        boolean secretIsWrong = refusal.kind() == WecomRefusal.Kind.CONNECTION;
        tokens.release(
                company, name, by, secretIsWrong ? Optional.of(clock.instant()) : Optional.empty(), refusal.code());
    }

    public void forget(CompanyId company) {
        tokens.forget(company);
    }
}
