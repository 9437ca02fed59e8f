package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.MemberId;
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
    private final Heirs heirs;

    VisibleCustomerService(FollowerRepository followers, VisibleMembers visible, Heirs heirs) {
        this.followers = followers;
        this.visible = visible;
        this.heirs = heirs;
    }

    @Override
    public Optional<CustomerId> find(CustomerId id) {
        var now = followers.joined(List.of(id)).getOrDefault(id, id);
        var seen = visible.ofCaller();
        if (seen.isEmpty()) {
            return followers.names(List.of(now)).keySet().stream().findFirst();
        }
        return seen(List.of(now), seen.get()).stream().findFirst();
    }

    @Override
    public Set<CustomerId> among(Collection<CustomerId> ids) {
        var known = followers.names(ids).keySet();
        var seen = visible.ofCaller();
        if (seen.isEmpty()) {
            return known;
        }
        return seen(known, seen.get());
    }

    /** Friends of those in sight, and who is being handed over to one of them. */
    private Set<CustomerId> seen(Collection<CustomerId> known, Set<MemberId> sight) {
        var follows = followers.of(known);
        var pending = heirs.pending(known);
        return known.stream()
                .filter(id -> follows.getOrDefault(id, List.of()).stream()
                                .anyMatch(one -> sight.contains(one.member().id()))
                        || Optional.ofNullable(pending.get(id))
                                .filter(sight::contains)
                                .isPresent())
                .collect(Collectors.toSet());
    }
}
