package io.tilth.automation.shopday;

import io.tilth.automation.Colleagues;
import io.tilth.automation.Colleagues.Colleague;
import io.tilth.automation.GuideDays;
import io.tilth.automation.GuideDays.Day;
import io.tilth.automation.shopday.ShopDay.GuideOfDay;
import io.tilth.automation.shopday.ShopDay.HotCustomer;
import io.tilth.automation.shopday.ShopDay.ShopOfDay;
import io.tilth.customer.Customers;
import io.tilth.customer.Follows;
import io.tilth.customer.Prospects;
import io.tilth.customer.Prospects.Prospect;
import io.tilth.customer.Scores;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Rests;
import io.tilth.directory.ShopId;
import io.tilth.directory.Shops;
import io.tilth.directory.Shops.Named;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.tenancy.Tenants;
import io.tilth.tracking.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a shop's day; each kind of thing is asked for once, however many there are. */
@Service
@Transactional(readOnly = true)
class ShopDayService {

    static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofDays(7);
    private static final int MOST_GUIDES = 100;
    private static final int MOST_NEW = 500;
    private static final int SHOWN = 30;

    private final Shops shops;
    private final VisibleMembers visible;
    private final Members members;
    private final Rests rests;
    private final Follows follows;
    private final Customers customers;
    private final Scores scores;
    private final Prospects prospects;
    private final Alerts alerts;
    private final GuideDays guides;
    private final Colleagues colleagues;
    private final Tenants tenants;
    private final Clock clock;

    ShopDayService(
            Shops shops,
            VisibleMembers visible,
            Members members,
            Rests rests,
            Follows follows,
            Customers customers,
            Scores scores,
            Prospects prospects,
            Alerts alerts,
            GuideDays guides,
            Colleagues colleagues,
            Tenants tenants,
            Clock clock) {
        this.shops = shops;
        this.visible = visible;
        this.members = members;
        this.rests = rests;
        this.follows = follows;
        this.customers = customers;
        this.scores = scores;
        this.prospects = prospects;
        this.alerts = alerts;
        this.guides = guides;
        this.colleagues = colleagues;
        this.tenants = tenants;
        this.clock = clock;
    }

    ShopDay of(Optional<ShopId> wanted) {
        var sight = visible.ofCaller();
        var all = shops.within(sight);
        var shop = wanted.map(id -> all.stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Refusal.notFound("shop-not-found")))
                .or(() -> usual(all));
        var staff = shops.staff(shop.map(Named::id), MOST_GUIDES).stream()
                .filter(member -> sight.map(some -> some.contains(member)).orElse(true))
                .toList();
        return day(
                shop.map(ShopDayService::named),
                all.stream().map(ShopDayService::named).toList(),
                staff);
    }

    private ShopDay day(Optional<ShopOfDay> shop, List<ShopOfDay> all, List<MemberId> staff) {
        var now = clock.instant();
        var fresh = follows.begun(staff, morning(now), MOST_NEW);
        var shown = fresh.stream().limit(SHOWN).toList();
        var waiting = alerts.unanswered(staff, now.minus(PATIENCE), SHOWN);
        var missed = alerts.missed(staff, now.minus(REMEMBERED), SHOWN);
        var hot = prospects.untouched(staff, SHOWN);
        var people = Stream.of(
                        shown.stream().map(Follows.Begun::customer),
                        Stream.concat(waiting.stream(), missed.stream()).map(Alerts.Told::customer))
                .flatMap(each -> each)
                .distinct()
                .toList();
        var faces = new Faces(
                customers.names(people),
                customers.avatars(people),
                scores.of(people),
                members.findAll(staff),
                follows.friendships(people));
        return new ShopDay(
                shop.orElse(null),
                all,
                fresh.size(),
                shown.stream().map(faces::friend).toList(),
                waiting.stream().map(faces::alert).toList(),
                missed.stream().map(faces::alert).toList(),
                hot(hot),
                guides(staff, faces, now));
    }

    private List<HotCustomer> hot(List<Prospect> found) {
        var friends = colleagues.of(found.stream().map(Prospect::customer).toList());
        return found.stream()
                .map(one -> new HotCustomer(
                        Faces.customer(one),
                        one.latest().map(Prospects.Deed::at).or(one::begunAt).orElse(Instant.EPOCH),
                        friends.getOrDefault(one.customer(), List.of())))
                .toList();
    }

    private List<GuideOfDay> guides(Collection<MemberId> staff, Faces faces, Instant now) {
        var days = guides.of(staff);
        var resting = rests.resting(staff, now);
        return staff.stream()
                .map(member -> {
                    var day = days.getOrDefault(member, Day.NONE);
                    return new GuideOfDay(
                            new Colleague(member, faces.name(member)),
                            day.done(),
                            day.open(),
                            resting.contains(member));
                })
                .toList();
    }

    /** The one that the caller leads, else the first in sight. */
    private static Optional<Named> usual(List<Named> all) {
        var own = Caller.find().stream()
                .flatMap(caller -> caller.members().stream())
                .map(MemberId::new)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(shop -> shop.manager().filter(own::contains).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static ShopOfDay named(Named shop) {
        return new ShopOfDay(shop.id(), shop.name());
    }

    private Instant morning(Instant now) {
        var zone = tenants.zone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
