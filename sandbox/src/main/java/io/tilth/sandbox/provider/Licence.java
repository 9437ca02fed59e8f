package io.tilth.sandbox.provider;

import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;

/**
 * An account of the interface licence (接口许可) that a provider bought for a company.
 *
 * @param type 1 basic, 2 with customers
 * @param user to whom it is bound; empty while it is not
 */
public record Licence(
        String corp, String code, int type, String user, Instant boughtAt, Instant activeAt, Instant expiresAt)
        implements Thing {
    private static final Duration YEAR = Duration.ofDays(365);

    public static Licence bought(String corp, String code, Instant now) {
        return new Licence(corp, code, 2, "", now, Instant.EPOCH, Instant.EPOCH);
    }

    @Override
    public String key() {
        return corp + "/" + code;
    }

    public Licence bind(String user, Instant now) {
        return new Licence(corp, code, type, user, boughtAt, now, now.plus(YEAR));
    }

    public Licence move(String user) {
        return new Licence(corp, code, type, user, boughtAt, activeAt, expiresAt);
    }

    public Licence until(Instant end) {
        return new Licence(corp, code, type, user, boughtAt, activeAt, end);
    }

    boolean isActive(Instant now) {
        return !user.isEmpty() && now.isBefore(expiresAt);
    }

    /** 1 not bound, 2 bound and good, 3 expired. */
    int status(Instant now) {
        return user.isEmpty() ? 1 : isActive(now) ? 2 : 3;
    }
}
