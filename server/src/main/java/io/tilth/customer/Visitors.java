package io.tilth.customer;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Who reads: devices, and the people behind them as far as anybody found out. */
public interface Visitors {

    /** The device that holds this key. */
    Optional<Visitor> ofKey(String key);

    /** A device that was never seen; whoever holds the key is it. */
    Visitor meet(String key);

    Map<VisitorId, Visitor> findAll(Collection<VisitorId> ids);

    /** Notes what WeChat said of the device; what others of the same person read is theirs from now on, too. */
    Visitor learn(VisitorId id, CompanyId company, Told told);

    /** The person said who they are, such as by a code sent to their phone. */
    void know(VisitorId id, CustomerId customer);

    /**
     * @param colleague a member of the company holds the device
     * @param askedAt when WeChat last answered
     */
    record Visitor(
            VisitorId id, Optional<CustomerId> customer, Optional<MemberId> colleague, Optional<Instant> askedAt) {

        public boolean known() {
            return customer.isPresent() || colleague.isPresent();
        }
    }

    /** What WeChat says of whoever holds a device; all empty when it says nothing. */
    record Told(Optional<String> openId, Optional<String> externalUserId, Optional<String> userId) {}
}
