package io.tilth.sandbox.api;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Switches;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Gives tokens out and takes them back. */
public final class Tokens {
    public static final Duration LIFE = Duration.ofSeconds(7200);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Platform platform;
    private final Index<Token> held;

    public Tokens(Platform platform) {
        this.platform = platform;
        this.held = platform.world().table(Token.class).index(Token::holder);
    }

    /** A new token, or, if the switch says so, the one that is still good; older ones go on living. */
    public Token give(Change change, Credential kind, String holder) {
        var now = platform.clock().instant();
        held.of(holder)
                .filter(old -> old.expiresAt().plus(REMEMBERED).isBefore(now))
                .forEach(change::remove);
        if (platform.switches().is(Switches.SAME_TOKEN)) {
            var good = held.of(holder)
                    .filter(token -> !token.revoked() && token.expiresAt().isAfter(now))
                    .max(Comparator.comparing(Token::expiresAt));
            if (good.isPresent()) {
                return good.get();
            }
        }
        var token = new Token(platform.ids().letters(86), kind, holder, now.plus(LIFE), false);
        change.put(token);
        return token;
    }

    /** Takes back all that the app holds: the next call is answered 40014. */
    public void revoke(App app) {
        platform.world().change(change -> {
            held.of(app.key()).map(Token::revoke).forEach(change::put);
            return app;
        });
    }

    /** Lets all that the app holds end now: the next call is answered 42001. */
    public void expire(App app) {
        platform.world().change(change -> {
            held.of(app.key())
                    .map(token -> token.expireAt(platform.clock().instant()))
                    .forEach(change::put);
            return app;
        });
    }

    Token check(Credential kind, String value) {
        boolean suite = kind == Credential.SUITE;
        Code.MISSING_TOKEN.unless(!value.isEmpty());
        var token = Optional.of(value)
                .flatMap(key -> platform.world().find(Token.class, key))
                .filter(found -> found.kind() == kind && !found.revoked())
                .orElseThrow(() -> (suite ? Code.BAD_SUITE_TOKEN : Code.BAD_TOKEN).error());
        if (!token.expiresAt().isAfter(platform.clock().instant())) {
            throw (suite ? Code.EXPIRED_SUITE_TOKEN : Code.EXPIRED_TOKEN).error();
        }
        return token;
    }
}
