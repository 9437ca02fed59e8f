package io.tilth.tracking.alert;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Alerts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with alerts: look, answer, give to another. */
@Service
@Transactional
class AlertDeskService implements Alerts {

    private final AlertListRepository list;
    private final AlertRepository alerts;
    private final AlertViewService views;
    private final AlertTeller teller;
    private final Follows follows;
    private final Members members;
    private final VisibleMembers visible;
    private final Audit audit;
    private final Clock clock;

    AlertDeskService(
            AlertListRepository list,
            AlertRepository alerts,
            AlertViewService views,
            AlertTeller teller,
            Follows follows,
            Members members,
            VisibleMembers visible,
            Audit audit,
            Clock clock) {
        this.list = list;
        this.alerts = alerts;
        this.views = views;
        this.teller = teller;
        this.follows = follows;
        this.members = members;
        this.visible = visible;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ListedAlert> search(boolean waiting, boolean own, Paging paging, Locale reader) {
        var seen = own ? Optional.of(ofCaller()) : visible.ofCaller();
        var found = list.newest(seen, waiting, paging.afterId(), paging.rows());
        var page = Page.of(found, paging, alert -> alert.id().value().toString());
        return new Page<>(views.list(page.items(), reader), page.next());
    }

    @Transactional(readOnly = true)
    public ListedAlert get(AlertId id, Locale reader) {
        return views.one(see(id), reader);
    }

    /** The member reached out; answering twice changes nothing. */
    public ListedAlert contacted(AlertId id, Answer how, Locale reader) {
        var alert = see(id);
        var own = ofCaller();
        var by = alerts.holders(id).stream()
                .filter(own::contains)
                .findFirst()
                .or(() -> own.stream().findFirst())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "alert-answered-by-nobody"));
        answer(alert.id(), by, how, clock.instant());
        follows.contacted(alert.customer(), by, clock.instant());
        return get(id, reader);
    }

    public ListedAlert reassign(AlertId id, MemberId to, Locale reader) {
        var alert = see(id);
        var chosen = members.find(to)
                .filter(Member::here)
                .filter(member ->
                        visible.ofCaller().map(seen -> seen.contains(to)).orElse(true))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "alert-for-nobody"));
        Refusal.unless(alert.state().isWaiting(), "alert-answered");
        Refusal.unless(!alert.member().equals(to), "alert-theirs-already");
        var from = members.find(alert.member()).map(Member::name).orElse("");
        alerts.hand(id, to, "CHOSEN", clock.instant());
        teller.handedOver(alert, to, "CHOSEN", from);
        alerts.update(alert.handed(to, alert.step(), Optional.empty()));
        teller.show(id, alerts.holders(id));
        audit.note(
                "alert.reassigned",
                Subject.of("alert", id.value(), teller.name(alert.customer())),
                Map.of("from", from, "member", chosen.name()));
        return get(id, reader);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> unanswered(Collection<MemberId> of, Instant openedBefore, int most) {
        return views.told(list.waiting(of, openedBefore, most));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> missed(Collection<MemberId> of, Instant openedSince, int most) {
        return views.told(list.missed(of, openedSince, most));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, AlertId> ofCustomers(Collection<MemberId> of, Collection<CustomerId> customers) {
        return list.waitingAbout(of, customers);
    }

    @Override
    public void answered(CustomerId customer, MemberId member, Instant at) {
        list.waitingOf(customer, member).forEach(alert -> answer(alert, member, Answer.SENT, at));
    }

    public void sent(CustomerId customer, MemberId member, Instant at) {
        answered(customer, member, at);
        follows.contacted(customer, member, at);
    }

    public void join(CustomerId gone, CustomerId into) {
        list.join(gone, into);
    }

    private void answer(AlertId alert, MemberId by, Answer how, Instant at) {
        if (alerts.contacted(alert, by, how, at)) {
            teller.show(alert, alerts.holders(alert));
        }
    }

    private Alert see(AlertId id) {
        var seen = visible.ofCaller();
        return list.find(id)
                .filter(alert -> seen.isEmpty() || alerts.holders(id).stream().anyMatch(seen.get()::contains))
                .orElseThrow(() -> Refusal.notFound("alert-not-found"));
    }

    private static Set<MemberId> ofCaller() {
        return Caller.current().members().stream().map(MemberId::new).collect(Collectors.toSet());
    }
}
