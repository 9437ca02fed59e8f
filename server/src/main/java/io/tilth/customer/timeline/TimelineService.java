package io.tilth.customer.timeline;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Timeline;
import io.tilth.customer.VisibleCustomers;
import io.tilth.customer.timeline.TimelineRepository.Row;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TimelineService implements Timeline {

    private final TimelineRepository rows;
    private final VisibleCustomers customers;
    private final VisibleMembers visible;
    private final Members members;

    TimelineService(TimelineRepository rows, VisibleCustomers customers, VisibleMembers visible, Members members) {
        this.rows = rows;
        this.customers = customers;
        this.visible = visible;
        this.members = members;
    }

    @Override
    public void add(Collection<Entry> entries) {
        rows.insert(entries);
    }

    @Override
    public void put(Collection<Entry> entries) {
        rows.put(entries);
    }

    @Transactional(readOnly = true)
    Page<ListedInteraction> newest(CustomerId id, Paging paging) {
        var customer = customers.find(id).orElseThrow(() -> Refusal.notFound("customer-not-found"));
        var page = Page.of(
                rows.newest(customer, visible.ofCaller(), paging.afterId(), paging.rows()),
                paging,
                row -> row.id().toString());
        var names = members.findAll(page.items().stream()
                .flatMap(row -> row.member().stream())
                .distinct()
                .toList());
        return page.map(row -> listed(row, names));
    }

    void extend() {
        rows.extend();
    }

    private static ListedInteraction listed(Row row, Map<MemberId, Members.Member> names) {
        var member = row.member()
                .map(names::get)
                .map(known -> new ListedInteraction.By(known.id(), known.name()))
                .orElse(null);
        return new ListedInteraction(row.id(), row.kind(), row.at(), member, row.detail());
    }
}
