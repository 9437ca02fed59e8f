package io.tilth.customer.consent;

import io.tilth.customer.Consents;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Timeline;
import io.tilth.customer.VisibleCustomers;
import io.tilth.customer.VisitorId;
import io.tilth.customer.consent.QuietRepository.Quiet;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ConsentService implements Consents {

    private final QuietRepository quiet;
    private final VisibleCustomers visible;
    private final Timeline timeline;
    private final Clock clock;

    ConsentService(QuietRepository quiet, VisibleCustomers visible, Timeline timeline, Clock clock) {
        this.quiet = quiet;
        this.visible = visible;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<CustomerId> quiet(Collection<CustomerId> customers) {
        return quiet.among(customers);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isQuiet(VisitorId visitor) {
        return quiet.isQuiet(List.of(visitor));
    }

    @Override
    public void ask(VisitorId visitor, Optional<CustomerId> customer, boolean wish) {
        if (wish) {
            quiet.begin(visitor, clock.instant());
        } else {
            quiet.end(visitor);
        }
        customer.ifPresent(known -> note(known, Optional.empty(), wish));
    }

    @Override
    public void note(CustomerId customer, Optional<MemberId> member, boolean wish) {
        boolean changed = wish ? quiet.begin(customer, member, clock.instant()) : quiet.end(customer);
        if (changed) {
            timeline.add(List.of(new Timeline.Entry(
                    Ids.next(), customer, wish ? "consent.quiet" : "consent.welcome", member, Map.of())));
        }
    }

    /** What a reader asked for before they were known holds for the person. */
    void known(Set<VisitorId> visitors, CustomerId customer) {
        if (quiet.isQuiet(visitors)) {
            note(customer, Optional.empty(), true);
        }
    }

    /** Two turn out to be one person; the wish for quiet wins. */
    void joined(CustomerId gone, CustomerId into) {
        quiet.find(gone).ifPresent(wish -> {
            quiet.begin(into, wish.member(), wish.since());
            quiet.end(gone);
        });
    }

    @Transactional(readOnly = true)
    Optional<Quiet> of(CustomerId id) {
        return quiet.find(seen(id));
    }

    Optional<Quiet> note(CustomerId id, boolean wish) {
        var customer = seen(id);
        var member = Caller.current().members().stream().findFirst().map(MemberId::new);
        note(customer, member, wish);
        return quiet.find(customer);
    }

    private CustomerId seen(CustomerId id) {
        return visible.find(id).orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }
}
