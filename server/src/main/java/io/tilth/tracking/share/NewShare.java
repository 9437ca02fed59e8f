package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.tracking.Shares.Way;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** @param customerId whom it is meant for; left out when for nobody in particular */
record NewShare(
        @NotNull MaterialId materialId,
        @Nullable CustomerId customerId,
        @NotNull Way way) {}
