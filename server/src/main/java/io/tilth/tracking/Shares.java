package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Tracked links. A share says who sent it and to whom it was meant; only identification says who read. */
public interface Shares {

    /** Makes a link. It counts as sent only once {@link #sent} says so. */
    Share mint(MaterialId material, MemberId sender, Optional<CustomerId> meant, Way way);

    void sent(ShareId share);

    /** It was not sent after all. */
    void cancel(ShareId share);

    /** What a link's code leads to; empty for a link that was never made, or cancelled. */
    Optional<Sent> ofCode(String code);

    Map<ShareId, Sent> findAll(Collection<ShareId> ids);

    /** @param url on the tenant's own reach domain; its code carries the tenant */
    record Share(ShareId id, String code, URI url) {}

    /** A link as it was made. */
    record Sent(
            ShareId id,
            String code,
            MaterialId material,
            MemberId sender,
            Optional<CustomerId> meant,
            Way way,
            Instant madeAt) {}

    /** How it reaches its reader. */
    enum Way {
        ONE_TO_ONE,
        WELCOME,
        BROADCAST,
        MOMENT,
        GROUP,
        /** Copied, or a poster: whoever finds it. */
        OPEN
    }
}
