package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantScope;
import io.tilth.tracking.ReachPages;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ShareService implements Shares {

    private final ShareRepository shares;
    private final ReachPages pages;
    private final Clock clock;

    ShareService(ShareRepository shares, ReachPages pages, Clock clock) {
        this.shares = shares;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public Share mint(MaterialId material, MemberId sender, Optional<CustomerId> meant, Way way) {
        var code = ShareCode.next(TenantScope.current()).text();
        var made = new Sent(ShareId.next(), code, material, sender, meant, way, clock.instant());
        shares.insert(made);
        return new Share(made.id(), code, pages.address(code));
    }

    @Override
    public void sent(ShareId share) {
        shares.sent(share, clock.instant());
    }

    @Override
    public void cancel(ShareId share) {
        shares.cancel(share);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sent> ofCode(String code) {
        return shares.ofCode(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ShareId, Sent> findAll(Collection<ShareId> ids) {
        return shares.findAll(ids);
    }
}
