package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.Follows;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.MemberCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.VisibleMembers;
import io.tilth.wecom.CompanyId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules about customers. */
@Service
@Transactional(readOnly = true)
class CustomerService implements Customers, Follows, VisibleCustomers, MemberCustomers {

    private final FollowerRepository followers;
    private final VisibleMembers visible;

    CustomerService(FollowerRepository followers, VisibleMembers visible) {
        this.followers = followers;
        this.visible = visible;
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
    public List<Followed> of(MemberId member) {
        return followers.followed(member);
    }

    @Override
    public Map<MemberId, Integer> count(Collection<MemberId> members) {
        return followers.count(members);
    }

    @Override
    public Optional<CustomerId> find(CustomerId id) {
        var now = followers.joined(List.of(id)).getOrDefault(id, id);
        var seen = visible.ofCaller();
        if (seen.isEmpty()) {
            return followers.names(List.of(now)).keySet().stream().findFirst();
        }
        return followers.of(List.of(now)).getOrDefault(now, List.of()).stream()
                .filter(follower -> seen.get().contains(follower.member().id()))
                .map(follower -> now)
                .findFirst();
    }
}
