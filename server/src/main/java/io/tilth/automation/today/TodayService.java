package io.tilth.automation.today;

import io.tilth.automation.Reminders;
import io.tilth.automation.today.TodayDeed.What;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Prospects;
import io.tilth.customer.Prospects.Prospect;
import io.tilth.customer.Timeline;
import io.tilth.customer.Timeline.Entry;
import io.tilth.customer.VisibleCustomers;
import io.tilth.directory.MemberId;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TodayService implements Reminders {

    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration SOON = Duration.ofHours(2);
    private static final Duration AWHILE = Duration.ofDays(14);

    private final TodayRepository deeds;
    private final TodayCards cards;
    private final Prospects prospects;
    private final Follows follows;
    private final Timeline timeline;
    private final VisibleCustomers customers;
    private final VisibleMembers visible;
    private final Tenants tenants;
    private final Live live;
    private final Clock clock;

    TodayService(
            TodayRepository deeds,
            TodayCards cards,
            Prospects prospects,
            Follows follows,
            Timeline timeline,
            VisibleCustomers customers,
            VisibleMembers visible,
            Tenants tenants,
            Live live,
            Clock clock) {
        this.deeds = deeds;
        this.cards = cards;
        this.prospects = prospects;
        this.follows = follows;
        this.timeline = timeline;
        this.customers = customers;
        this.visible = visible;
        this.tenants = tenants;
        this.live = live;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<TodayCard> today() {
        return cards.of(own(), clock.instant());
    }

    /** The list of a colleague whom the caller leads. */
    @Transactional(readOnly = true)
    List<TodayCard> today(MemberId colleague) {
        Refusal.unless(
                visible.ofCaller().map(some -> some.contains(colleague)).orElse(true), "today-member-not-in-sight");
        return cards.of(List.of(colleague), clock.instant());
    }

    /** With how many customers they were done today. */
    @Transactional(readOnly = true)
    int doneToday(Collection<MemberId> members) {
        return deeds.done(members, morning()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** 已跟进: gone until something new happens. */
    void done(CustomerId id) {
        var card = card(id);
        follows.contacted(card.customer(), card.member(), clock.instant());
        keep(card.customer(), card.member(), What.DONE, Optional.empty(), Optional.empty());
        note("today.done", card, Map.of());
    }

    void later(CustomerId id, Later until) {
        var card = card(id);
        var now = clock.instant();
        var at = until == Later.TWO_HOURS
                ? now.plus(SOON)
                : now.atZone(zone())
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(zone())
                        .toInstant();
        keep(card.customer(), card.member(), What.LATER, Optional.of(at), Optional.empty());
    }

    @Override
    public Set<CustomerId> remind(Collection<CustomerId> some, Instant at) {
        var now = clock.instant();
        Refusal.unless(at.isAfter(now) && at.isBefore(now.plus(Duration.ofDays(366))), "today-reminder-out-of-range");
        var found = prospects.these(own(), some);
        deeds.insert(found.stream()
                .map(one -> new TodayDeed(
                        Ids.next(), one.member(), one.customer(), What.LATER, now, Optional.of(at), Optional.empty()))
                .toList());
        return found.stream().map(Prospect::customer).collect(Collectors.toSet());
    }

    void notNow(CustomerId id, String reason) {
        var card = card(id);
        var until = clock.instant().plus(AWHILE);
        keep(card.customer(), card.member(), What.NOT_NOW, Optional.of(until), Optional.of(reason.strip()));
        note("today.not-now", card, Map.of("reason", reason.strip()));
    }

    /** The customer moves from the lists of all in the caller's sight to that of one, who is a friend too. */
    void reassign(CustomerId id, MemberId to) {
        var customer = customers.find(id).orElseThrow(() -> Refusal.notFound("customer-not-found"));
        var sight = visible.ofCaller();
        Refusal.unless(sight.map(some -> some.contains(to)).orElse(true), "today-member-not-in-sight");
        var friends = follows.friendships(List.of(customer)).getOrDefault(customer, List.of()).stream()
                .filter(Follows.Friendship::active)
                .map(Follows.Friendship::member)
                .collect(Collectors.toSet());
        Refusal.unless(friends.contains(to), "today-member-not-a-friend");
        var now = clock.instant();
        var told = new ArrayList<TodayDeed>();
        friends.stream()
                .filter(member -> !member.equals(to))
                .filter(member -> sight.map(some -> some.contains(member)).orElse(true))
                .forEach(member -> told.add(new TodayDeed(
                        Ids.next(),
                        member,
                        customer,
                        What.GIVEN_AWAY,
                        now,
                        Optional.of(now.plus(AWHILE)),
                        Optional.empty())));
        told.add(new TodayDeed(
                Ids.next(),
                to,
                customer,
                What.GIVEN,
                now,
                Optional.empty(),
                Optional.of(Caller.current().name())));
        deeds.insert(told);
        live.push(Recipient.EVERYBODY, "today", customer.value().toString());
    }

    void join(CustomerId gone, CustomerId into) {
        deeds.join(gone, into);
    }

    ZoneId zone() {
        return tenants.find(TenantScope.current()).map(Tenants.Tenant::timeZone).orElse(USUAL);
    }

    Instant morning() {
        return clock.instant().atZone(zone()).toLocalDate().atStartOfDay(zone()).toInstant();
    }

    static Set<MemberId> own() {
        return Caller.current().members().stream().map(MemberId::new).collect(Collectors.toSet());
    }

    private Prospect card(CustomerId id) {
        return prospects.these(own(), List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }

    private void keep(
            CustomerId customer, MemberId member, What what, Optional<Instant> until, Optional<String> reason) {
        deeds.insert(List.of(new TodayDeed(Ids.next(), member, customer, what, clock.instant(), until, reason)));
        live.push(
                Recipient.account(Caller.current().id()),
                "today",
                customer.value().toString());
    }

    private void note(String kind, Prospect card, Map<String, ?> detail) {
        var now = clock.instant();
        var source = kind + "/" + card.follow().value();
        timeline.add(List.of(
                new Entry(Timeline.id(now, source), card.customer(), kind, Optional.of(card.member()), detail)));
    }

    enum Later {
        TWO_HOURS,
        TOMORROW
    }
}
