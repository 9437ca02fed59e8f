package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Follows;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules who looks after whom. */
@Service
@Transactional(readOnly = true)
class FollowerService implements Follows {

    private final FollowerRepository followers;

    FollowerService(FollowerRepository followers) {
        this.followers = followers;
    }

    @Override
    public List<Followed> of(MemberId member) {
        return followers.followed(member);
    }

    @Override
    public Optional<Followed> find(FollowId follow) {
        return followers.find(follow);
    }

    @Override
    public Map<CustomerId, List<Friendship>> friendships(Collection<CustomerId> customers) {
        return followers.friendships(customers);
    }

    @Override
    public List<Begun> begun(Collection<MemberId> members, Instant since, int most) {
        return followers.begun(members, since, most);
    }

    @Override
    @Transactional
    public void contacted(CustomerId customer, MemberId member, Instant at) {
        followers.contacted(customer, member, at);
    }
}
