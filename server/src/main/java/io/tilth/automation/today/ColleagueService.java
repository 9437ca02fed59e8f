package io.tilth.automation.today;

import io.tilth.automation.Colleagues;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Friendship;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.VisibleMembers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ColleagueService implements Colleagues {

    private final Follows follows;
    private final Members members;
    private final VisibleMembers visible;

    ColleagueService(Follows follows, Members members, VisibleMembers visible) {
        this.follows = follows;
        this.members = members;
        this.visible = visible;
    }

    @Override
    public Map<CustomerId, List<Colleague>> of(Collection<CustomerId> customers) {
        var sight = visible.ofCaller();
        var all = follows.friendships(customers);
        var known = members.findAll(all.values().stream()
                .flatMap(List::stream)
                .map(Friendship::member)
                .filter(member -> sight.map(some -> some.contains(member)).orElse(true))
                .distinct()
                .toList());
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> here(one.getValue(), known)));
    }

    private static List<Colleague> here(List<Friendship> friends, Map<MemberId, Member> known) {
        return friends.stream()
                .filter(Friendship::active)
                .flatMap(friend -> Optional.ofNullable(known.get(friend.member())).stream())
                .filter(Member::here)
                .map(member -> new Colleague(member.id(), member.name()))
                .distinct()
                .toList();
    }
}
