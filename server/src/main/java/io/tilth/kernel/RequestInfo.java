package io.tilth.kernel;

import java.util.Optional;

/**
 * What is known of the request in hand, for the audit trail and for sessions.
 *
 * @param id names the request in logs and answers
 * @param address of the client; forwarded headers count only from listed proxies
 */
public record RequestInfo(String id, String address, String agent) {

    static final ScopedValue<RequestInfo> CURRENT = ScopedValue.newInstance();

    public static Optional<RequestInfo> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Opened by the kernel's filter alone. */
    public ScopedValue.Carrier bind() {
        return ScopedValue.where(CURRENT, this);
    }
}
