package io.tilth.customer.desk;

import io.tilth.directory.MemberCustomers;
import io.tilth.directory.MemberId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the directory how many customers members look after. */
@Service
@Transactional(readOnly = true)
class MemberCustomerService implements MemberCustomers {

    private final FollowerRepository followers;

    MemberCustomerService(FollowerRepository followers) {
        this.followers = followers;
    }

    @Override
    public Map<MemberId, Integer> count(Collection<MemberId> members) {
        return followers.count(members);
    }
}
