package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.VisibleMembers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms whom the caller may see. */
@Service
@Transactional(readOnly = true)
class VisibleCustomerService implements VisibleCustomers {

    private final FollowerRepository followers;
    private final VisibleMembers visible;

    VisibleCustomerService(FollowerRepository followers, VisibleMembers visible) {
        this.followers = followers;
        this.visible = visible;
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

    @Override
    public Set<CustomerId> among(Collection<CustomerId> ids) {
        var known = followers.names(ids).keySet();
        var seen = visible.ofCaller();
        if (seen.isEmpty()) {
            return known;
        }
        var follows = followers.of(known);
        return known.stream()
                .filter(id -> follows.getOrDefault(id, List.of()).stream()
                        .anyMatch(one -> seen.get().contains(one.member().id())))
                .collect(Collectors.toSet());
    }
}
