package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tracked link and what came of it.
 *
 * @param customer whom it was meant for
 * @param readers different devices that read it, colleagues apart
 * @param seconds read by all of them together
 */
record ListedShare(
        ShareId id,
        SharedMaterial material,
        ShareMember member,
        @Nullable SharePerson customer,
        Way way,
        State state,
        Instant madeAt,
        @Nullable Instant sentAt,
        int visits,
        int readers,
        int forwards,
        int seconds,
        @Nullable Instant lastAt) {

    enum State {
        MADE,
        SENT,
        CANCELLED
    }

    /** @param title empty when the material is gone */
    record SharedMaterial(MaterialId id, String title, Materials.@Nullable Kind kind, boolean priced) {}

    record ShareMember(MemberId id, String name) {}

    record SharePerson(CustomerId id, String name) {}
}
