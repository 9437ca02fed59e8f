package io.tilth.customer.visitor;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.customer.VisitorsKnown;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class VisitorService implements Visitors {

    private final VisitorRepository visitors;
    private final Customers customers;
    private final Members members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VisitorService(
            VisitorRepository visitors,
            Customers customers,
            Members members,
            ApplicationEventPublisher events,
            Clock clock) {
        this.visitors = visitors;
        this.customers = customers;
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Visitor> ofKey(String key) {
        return visitors.see(VisitorKey.hash(key), clock.instant());
    }

    @Override
    public Visitor meet(String key) {
        var id = VisitorId.next();
        visitors.insert(id, VisitorKey.hash(key), clock.instant());
        return new Visitor(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<VisitorId, Visitor> findAll(Collection<VisitorId> ids) {
        return visitors.findAll(ids);
    }

    @Override
    public Visitor learn(VisitorId id, CompanyId company, Told told) {
        var customer = told.externalUserId()
                .flatMap(external -> Optional.ofNullable(
                        customers.ofExternals(company, List.of(external)).get(external)));
        var colleague =
                told.userId().flatMap(user -> members.ofUser(company, user)).map(Member::id);
        visitors.learn(id, company, told.openId(), colleague, clock.instant());
        customer.ifPresent(person -> join(id, person));
        return visitors.findAll(List.of(id)).getOrDefault(id, nobody(id));
    }

    @Override
    public void know(VisitorId id, CustomerId customer) {
        join(id, customer);
    }

    private void join(VisitorId id, CustomerId customer) {
        Set<VisitorId> joined = visitors.join(id, customer, clock.instant());
        if (!joined.isEmpty()) {
            events.publishEvent(new VisitorsKnown(joined, customer));
        }
    }

    /** Devices of somebody who was joined into another person go along. */
    void move(CustomerId gone, CustomerId into) {
        visitors.move(gone, into);
    }

    private static Visitor nobody(VisitorId id) {
        return new Visitor(id, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
