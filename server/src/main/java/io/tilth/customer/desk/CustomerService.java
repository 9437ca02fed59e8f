package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.wecom.CompanyId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules about customers. */
@Service
@Transactional(readOnly = true)
class CustomerService implements Customers {

    private final FollowerRepository followers;

    CustomerService(FollowerRepository followers) {
        this.followers = followers;
    }

    @Override
    public Map<String, CustomerId> ofExternals(CompanyId company, Collection<String> externalUserIds) {
        return followers.byExternal(company, externalUserIds);
    }

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> customers) {
        var names = new HashMap<>(followers.names(customers));
        var gone = customers.stream().filter(id -> !names.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            var into = followers.joined(gone);
            var others = followers.names(into.values());
            into.forEach((id, other) -> names.put(id, others.getOrDefault(other, "")));
        }
        return names;
    }

    @Override
    public Map<CustomerId, String> avatars(Collection<CustomerId> customers) {
        return followers.avatars(customers);
    }
}
