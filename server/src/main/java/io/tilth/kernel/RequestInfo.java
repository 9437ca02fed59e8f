package io.tilth.kernel;

import jakarta.servlet.ServletException;
import java.io.IOException;
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
    public void around(Passage rest) throws IOException, ServletException {
        Passage.within(ScopedValue.where(CURRENT, this), rest);
    }
}
