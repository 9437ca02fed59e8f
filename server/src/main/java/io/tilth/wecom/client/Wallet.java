package io.tilth.wecom.client;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The token that this node knows, so that most calls ask no database. */
class Wallet {

    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile @Nullable Token token;

    ReentrantLock lock() {
        return lock;
    }

    void hold(Token current) {
        token = current;
    }

    /** Empty when there is none that holds, or only the one that WeCom did not take. */
    Optional<String> held(Instant now, @Nullable String stale) {
        return Optional.ofNullable(token)
                .filter(one -> one.holdsAt(now) && !one.text().equals(stale))
                .map(Token::text);
    }
}
