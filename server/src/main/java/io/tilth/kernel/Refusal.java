package io.tilth.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that we understood and decline. Its code is the problem type and the key of its sentence; its facts are
 * further members of the problem document and may be named in the sentence as {@code {0}}, {@code {1}}, … in order.
 */
public final class Refusal extends RuntimeException {

    private final Kind kind;
    private final String code;
    private final Map<String, Object> facts;

    private Refusal(Kind kind, String code, Map<String, Object> facts) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.facts = facts;
    }

    /** Declines unless the rule holds. */
    public static void unless(boolean rule, String code) {
        if (!rule) {
            throw new Refusal(Kind.BROKEN_RULE, code, Map.of());
        }
    }

    public static Refusal of(Kind kind, String code) {
        return new Refusal(kind, code, Map.of());
    }

    public static Refusal notFound(String code) {
        return of(Kind.NOT_FOUND, code);
    }

    public static Refusal conflict(String code) {
        return of(Kind.CONFLICT, code);
    }

    /** The record was changed since the caller read it; the answer carries it as it is now. */
    public static Refusal stale(Object current) {
        return of(Kind.CONFLICT, "stale").with("current", current);
    }

    public Refusal with(String name, Object fact) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new Refusal(kind, code, more);
    }

    /** A failure of something beyond us that people may hear of: this is what they hear, unless somebody knows better. */
    public interface Source {
        Refusal refusal();
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    /** Decides the HTTP status. */
    public enum Kind {
        BROKEN_RULE,
        NOT_SIGNED_IN,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        OVER_LIMIT,
        /** Nothing is wrong with the request; it may be sent again as it is. */
        BUSY
    }
}
