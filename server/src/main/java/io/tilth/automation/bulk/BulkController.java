package io.tilth.automation.bulk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One deed for up to 200 customers. */
@RestController
class BulkController {

    private final BulkService bulk;

    BulkController(BulkService bulk) {
        this.bulk = bulk;
    }

    @Needs("customer:write")
    @PostMapping("/api/v1/customers/bulk")
    BulkOutcome work(@Valid @RequestBody BulkOrder order) {
        int changed = bulk.work(order);
        return new BulkOutcome(changed, order.ids().size() - changed);
    }

    /**
     * @param stageId for STAGE
     * @param remindAt for REMIND: when the cards come to the caller's list
     */
    record BulkOrder(
            @NotEmpty @Size(max = 200) Set<@NotNull CustomerId> ids,
            @NotNull BulkDeed deed,
            @Nullable StageId stageId,
            @Nullable Instant remindAt) {}

    /** @param unchanged who stood there already, or whom the caller does not see */
    record BulkOutcome(int changed, int unchanged) {}

    enum BulkDeed {
        STAGE,
        REMIND
    }
}
