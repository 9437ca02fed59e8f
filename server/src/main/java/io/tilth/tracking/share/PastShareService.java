package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Timeline;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantScope;
import io.tilth.tracking.Past;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.Shares.Way;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PastShareService implements Past.Sending {

    private final ShareRepository shares;

    PastShareService(ShareRepository shares) {
        this.shares = shares;
    }

    @Override
    public ShareId sent(
            String name, MaterialId material, MemberId sender, Optional<CustomerId> meant, Way way, Instant at) {
        var id = id(name, at);
        var code = ShareCode.next(TenantScope.current()).text();
        shares.insert(new Sent(id, code, material, sender, meant, way, at));
        shares.sent(id, at);
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean knows(String name, Instant at) {
        return !shares.findAll(List.of(id(name, at))).isEmpty();
    }

    /** Holds its moment, as the lists expect. */
    private static ShareId id(String name, Instant at) {
        return new ShareId(Timeline.id(at, "past-share/" + name));
    }
}
