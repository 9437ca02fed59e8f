package io.tilth.wecom;

import io.tilth.kernel.Refusal;
import java.time.Duration;

/** WeCom declined a call, or could not be reached, after all that retrying was good for. */
public final class WecomRefusal extends RuntimeException implements Refusal.Source {

    private static final int SOON_SECONDS = 30;

    private final String api;
    private final int code;
    private final Kind kind;
    private final Duration after;

    public WecomRefusal(String api, int code, Kind kind, String message) {
        this(api, code, kind, message, Duration.ZERO);
    }

    public WecomRefusal(String api, int code, Kind kind, String message, Duration after) {
        super(api + " answered " + code + ": " + message);
        this.api = api;
        this.code = code;
        this.kind = kind;
        this.after = after;
    }

    /** The path below {@code /cgi-bin/}, such as {@code externalcontact/get}. */
    public String api() {
        return api;
    }

    /** WeCom's errcode; 0 when there was no answer. */
    public int code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait before asking again is worth anything; zero when nobody knows. */
    public Duration after() {
        return after;
    }

    /** Who waits for an answer at a screen hears whether it is worth asking again. */
    @Override
    public Refusal refusal() {
        return switch (kind) {
            case BUSY, OVER_LIMIT ->
                Refusal.of(Refusal.Kind.BUSY, "wecom-unreachable")
                        .with("retryAfter", Math.max(SOON_SECONDS, after.toSeconds()));
            case CONNECTION, REQUEST -> Refusal.conflict("wecom-refused").with("errcode", code);
        };
    }

    /** What would help. */
    public enum Kind {
        /** Asking again later: the platform is busy or out of reach. */
        BUSY,
        /** Waiting for the platform's limit to pass. */
        OVER_LIMIT,
        /** Mending the connection: secret, trusted address, scope or rights. */
        CONNECTION,
        /** Nothing: what was asked for does not exist, or the request is wrong. */
        REQUEST
    }
}
