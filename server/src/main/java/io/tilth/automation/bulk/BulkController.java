package io.tilth.automation.bulk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.TagId;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
        var outcomes = bulk.work(order);
        var items = order.ids().stream()
                .map(id -> new BulkItem(id, outcomes.getOrDefault(id, Outcome.NOT_FOUND)))
                .toList();
        int changed = (int)
                items.stream().filter(item -> item.outcome() == Outcome.CHANGED).count();
        return new BulkOutcome(changed, items.size() - changed, items);
    }

    /**
     * @param tagId for TAG: also put on in WeCom, which may take a moment
     * @param stageId for STAGE
     * @param remindAt for REMIND: when the cards come to the caller's list
     */
    record BulkOrder(
            @NotEmpty @Size(max = 200) Set<@NotNull CustomerId> ids,
            @NotNull BulkDeed deed,
            @Nullable TagId tagId,
            @Nullable StageId stageId,
            @Nullable Instant remindAt) {}

    record BulkOutcome(int changed, int unchanged, List<BulkItem> items) {}

    record BulkItem(CustomerId id, Outcome outcome) {}

    enum Outcome {
        CHANGED,
        /** They stood there, or carried it, already. */
        ALREADY,
        /** Nobody in the caller's sight is a friend of theirs, or for REMIND the caller is not. */
        NO_FRIEND,
        /** The caller does not see them. */
        NOT_FOUND
    }

    enum BulkDeed {
        TAG,
        STAGE,
        REMIND
    }
}
