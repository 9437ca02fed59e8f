package io.tilth.tenancy;

import io.tilth.kernel.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** The register of tenants, as other modules may see it. */
public interface Tenants {

    /** The tenant; empty when no such number was given out or the tenant has been erased. */
    Optional<Tenant> find(TenantId id);

    /** The time zone of the tenant in scope. */
    ZoneId zone();

    /** One of its people has signed in; the operator looks for tenants where nobody does. */
    void signedIn(TenantId id);

    /** Opens a company; trade and plan go by their names. */
    TenantId open(Opening opening);

    /** @param owner account of the house that looks after the company */
    record Opening(String name, String trade, ZoneId timeZone, String plan, Instant validUntil, Optional<UUID> owner) {}

    /** @param reason why it is suspended, in the operator's words */
    record Tenant(
            TenantId id,
            String name,
            String trade,
            ZoneId timeZone,
            State state,
            Instant validUntil,
            Optional<String> reason) {}

    /** What a tenant may do: all, nothing, or all but knowing that it ends. */
    enum State {
        ACTIVE,
        SUSPENDED,
        CLOSING,
        ERASED
    }
}
