package io.tilth.customer;

import io.tilth.wecom.CompanyId;
import java.util.Collection;
import java.util.Map;

/** The customers of the current tenant, as other modules may find them. */
public interface Customers {

    /** Those whom the company's WeCom calls by these external user ids; who is not known here is left out. */
    Map<String, CustomerId> ofExternals(CompanyId company, Collection<String> externalUserIds);

    /** What they are called. */
    Map<CustomerId, String> names(Collection<CustomerId> customers);

    /** Addresses of their pictures; who has none is left out. */
    Map<CustomerId, String> avatars(Collection<CustomerId> customers);
}
