package io.tilth.kernel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** A way into the house: recognises who sends a request and for which tenant. */
public interface TenantDoor {

    /**
     * The caller, when this door knows the request's credentials; empty when the request carries none for it.
     *
     * @throws Refusal when the credentials are known but not let in, such as those of a suspended tenant
     */
    Optional<Caller> enter(HttpServletRequest request);
}
