package io.tilth.insight.overview;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a figure.
 *
 * @param customer nobody where a share was meant for nobody in particular
 * @param material title of what was sent or read; null where the figure is not about that
 * @param at when it happened; of a share, when it was sent
 */
record ListedFigure(
        UUID id,
        @Nullable CustomerId customer,
        String customerName,
        MemberId member,
        String memberName,
        @Nullable String material,
        Instant at) {}
