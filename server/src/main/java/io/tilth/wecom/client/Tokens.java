package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands out tokens that all nodes share; one fetches, the others wait for it. */
@Component
class Tokens {

    private static final int LOOKS = 200;

    private final TokenService tokens;
    private final Waiting waiting;
    private final Clock clock;

    Tokens(TokenService tokens, Waiting waiting, Clock clock) {
        this.tokens = tokens;
        this.waiting = waiting;
        this.clock = clock;
    }

    /**
     * @param stale a token that WeCom did not take; it is replaced unless somebody has replaced it before
     * @param fetch asks WeCom for another
     */
    String of(Line line, Token.Name name, @Nullable String stale, Supplier<Fetched> fetch) {
        var wallet = line.wallet(name);
        var held = wallet.held(clock.instant(), stale);
        if (held.isPresent()) {
            return held.get();
        }
        wallet.lock().lock(); // within a node, one asks for all
        try {
            return wallet.held(clock.instant(), stale).orElseGet(() -> renew(line, name, stale, fetch));
        } finally {
            wallet.lock().unlock();
        }
    }

    private String renew(Line line, Token.Name name, @Nullable String stale, Supplier<Fetched> fetch) {
        var company = line.credentials().company();
        var by = UUID.randomUUID();
        for (int look = 0; look < LOOKS; look++) {
            switch (tokens.claim(company, name, stale, by)) {
                case TokenClaim.Ready ready -> {
                    line.wallet(name).hold(ready.token());
                    return ready.token().text();
                }
                case TokenClaim.Leased leased -> {
                    return fetch(line, name, by, fetch);
                }
                case TokenClaim.Refused refused ->
                    throw new WecomRefusal(
                            "gettoken", refused.code(), Kinds.of(refused.code()), "refused a moment ago");
                case TokenClaim.Wait wait ->
                    waiting.pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(40, 120)));
            }
        }
        throw new WecomRefusal("gettoken", 0, Kind.BUSY, "another node fetches the token and does not finish");
    }

    private String fetch(Line line, Token.Name name, UUID by, Supplier<Fetched> fetch) {
        var company = line.credentials().company();
        try {
            var fetched = fetch.get();
            var token = new Token(fetched.text(), clock.instant().plusSeconds(fetched.seconds()));
            tokens.keep(company, name, by, token);
            line.wallet(name).hold(token);
            return token.text();
        } catch (WecomRefusal refusal) {
            tokens.release(company, name, by, refusal);
            throw refusal;
        }
    }

    record Fetched(String text, long seconds) {

        @Override
        public String toString() {
            return "fetched for " + seconds + " s";
        }
    }
}
