package io.tilth.tracking.alert;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Friendship;
import io.tilth.customer.Heirs;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom to alert about a customer: one member, never all, and never one who does not know them. */
@Service
@Transactional(readOnly = true)
class AlertRouteService {

    private final Follows follows;
    private final Heirs heirs;
    private final Members members;

    AlertRouteService(Follows follows, Heirs heirs, Members members) {
        this.follows = follows;
        this.heirs = heirs;
        this.members = members;
    }

    /** Whoever sent it if they are friends, else their heir, else who last had to do with the customer. */
    Optional<MemberId> to(CustomerId customer, MemberId sender) {
        var friends = follows.friendships(List.of(customer)).getOrDefault(customer, List.of()).stream()
                .filter(Friendship::active)
                .map(Friendship::member)
                .toList();
        var friend = Optional.of(sender).filter(friends::contains);
        return friend.filter(this::isHere)
                .or(() -> friend.flatMap(left -> heirs.of(left, Optional.of(customer)))
                        .filter(this::isHere))
                .or(() -> friends.stream().filter(this::isHere).findFirst())
                .or(() -> friends.stream()
                        .flatMap(left -> heirs.of(left, Optional.of(customer)).stream())
                        .filter(this::isHere)
                        .findFirst());
    }

    private boolean isHere(MemberId member) {
        return members.find(member).filter(Member::here).isPresent();
    }
}
