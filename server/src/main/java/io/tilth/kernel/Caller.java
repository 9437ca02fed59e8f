package io.tilth.kernel;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, and what they may do. Filled at the edge by a {@link TenantDoor}, in scope for the whole request.
 *
 * @param id the account or API key, also for the operator's person on a support visit
 * @param members whom the caller is among the company's members, one for each WeCom company; empty for a key or a visitor
 * @param session the public id of the browser session, empty for an API key
 * @param support when a support visit ends, empty for everybody else
 */
public record Caller(
        TenantId tenant,
        Kind kind,
        UUID id,
        String name,
        Set<String> rights,
        DataScope scope,
        boolean masked,
        Set<UUID> members,
        Optional<String> session,
        Optional<Instant> support) {

    static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    public Caller {
        rights = Set.copyOf(rights);
        members = Set.copyOf(members);
    }

    public static Caller current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("Nobody is calling."));
    }

    public static Optional<Caller> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Opens the scope of this caller and its tenant; for the kernel's filter alone. */
    public void around(Passage rest) throws IOException, ServletException {
        Passage.within(TenantScope.of(tenant).where(CURRENT, this), rest);
    }

    public boolean may(String right) {
        return rights.contains(right);
    }

    /** What kind of caller, as the audit trail names it. */
    public enum Kind {
        ACCOUNT,
        API_KEY,
        SUPPORT
    }
}
