package io.tilth.tracking;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.wecom.CompanyId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Who comes to a page of ours that is no tracked link, such as the one behind a channel code. */
public interface Guests {

    /**
     * Finds out who comes, as far as the platform tells silently. The tenant is in scope, and no transaction: WeCom is
     * asked.
     *
     * @param address of the page, on the tenant's domain
     * @param company whose authorisation is asked
     */
    Coming meet(URI address, CompanyId company, HttpServletRequest request);

    sealed interface Coming {

        /** Ask WeChat who it is, or go back to the clean address. */
        record GoOn(URI to, Optional<String> cookie) implements Coming {}

        /** @param colleague a member of the company holds the device */
        record Here(VisitorId visitor, Optional<CustomerId> customer, boolean colleague, Optional<String> cookie)
                implements Coming {}
    }
}
