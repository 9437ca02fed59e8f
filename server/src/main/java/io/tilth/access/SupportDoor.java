package io.tilth.access;

import io.tilth.kernel.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Where an operator steps from the house into a company that allowed it. */
public interface SupportDoor {

    /**
     * Puts the caller's browser session into the company for as long as it allowed; the session keeps the request's id
     * and asks {@link SupportVisits} each time whether the visit still holds.
     *
     * @return the session as it is now, as {@code GET /api/v1/session} answers it
     */
    Object enter(HttpServletRequest request, TenantId tenant, UUID requestId);
}
