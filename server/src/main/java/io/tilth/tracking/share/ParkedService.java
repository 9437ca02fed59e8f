package io.tilth.tracking.share;

import io.tilth.customer.CustomerId;
import io.tilth.customer.VisibleCustomers;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.share.Parked.Word;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ParkedService {

    private final ParkedRepository parked;
    private final VisibleCustomers visible;
    private final Clock clock;

    ParkedService(ParkedRepository parked, VisibleCustomers visible, Clock clock) {
        this.parked = parked;
        this.visible = visible;
        this.clock = clock;
    }

    Parked park(CustomerId customer, Word word) {
        var one = new Parked(Ids.next(), seen(customer), ShareDeskService.me(), word, clock.instant());
        parked.makeRoom(one);
        parked.insert(one);
        return one;
    }

    @Transactional(readOnly = true)
    List<Parked> of(CustomerId customer) {
        return parked.of(seen(customer), ShareDeskService.me());
    }

    void drop(UUID id) {
        if (!parked.delete(id, ShareDeskService.me())) {
            throw Refusal.notFound("parked-not-found");
        }
    }

    private CustomerId seen(CustomerId customer) {
        return visible.find(customer).orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }
}
