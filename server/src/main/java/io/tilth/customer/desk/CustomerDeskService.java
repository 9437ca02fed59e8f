package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Heirs;
import io.tilth.customer.Readings;
import io.tilth.customer.Readings.CustomerReadings;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Score;
import io.tilth.customer.VisibleCustomers;
import io.tilth.customer.desk.CustomerListRepository.Place;
import io.tilth.customer.desk.ListedCustomer.Follower;
import io.tilth.customer.desk.ListedCustomer.Of;
import io.tilth.customer.desk.ListedCustomer.Tag;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.VisibleMembers;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people see of customers, as far as they may. */
@Service
@Transactional(readOnly = true)
class CustomerDeskService {

    private static final int SHOWN_OF_PHONE = 3;
    private static final int LAST_OF_PHONE = 4;

    private final CustomerListRepository list;
    private final FollowerRepository followers;
    private final VisibleMembers visible;
    private final VisibleCustomers visibles;
    private final Heirs heirs;
    private final Members members;
    private final Scores scores;
    private final ObjectProvider<Readings> readings;
    private final Tenants tenants;
    private final Clock clock;

    CustomerDeskService(
            CustomerListRepository list,
            FollowerRepository followers,
            VisibleMembers visible,
            VisibleCustomers visibles,
            Heirs heirs,
            Members members,
            Scores scores,
            ObjectProvider<Readings> readings,
            Tenants tenants,
            Clock clock) {
        this.list = list;
        this.followers = followers;
        this.visible = visible;
        this.visibles = visibles;
        this.heirs = heirs;
        this.members = members;
        this.scores = scores;
        this.readings = readings;
        this.tenants = tenants;
        this.clock = clock;
    }

    Page<ListedCustomer> search(CustomerFilter filter, Paging paging) {
        var seen = visible.ofCaller();
        if (filter.member() != null
                && seen.filter(some -> !some.contains(filter.member())).isPresent()) {
            return new Page<>(List.of(), null); // what a colleague has is not told by an empty page either
        }
        var page = Page.of(
                list.search(CustomerConditions.of(filter, seen, moments()), place(paging), paging.rows()),
                paging,
                Place::text);
        return new Page<>(complete(page.items(), seen), page.next());
    }

    ListedCustomer get(CustomerId id) {
        var seen = visible.ofCaller();
        var now = followers.joined(List.of(id)).getOrDefault(id, id);
        return visibles.find(now)
                .flatMap(list::find)
                .map(found -> complete(List.of(found), seen).getFirst())
                .map(found -> found.with(read(now, seen)))
                .orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }

    private CustomerReadings read(CustomerId customer, Optional<Set<MemberId>> seen) {
        return Optional.ofNullable(readings.getIfAvailable())
                .map(known -> known.of(customer, seen))
                .orElse(CustomerReadings.NONE);
    }

    private Moments moments() {
        var zone = tenants.find(TenantScope.current())
                .map(Tenants.Tenant::timeZone)
                .orElse(ZoneId.of("Asia/Shanghai"));
        var now = clock.instant();
        var today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return new Moments(now, today, scores.heats());
    }

    private static Place place(Paging paging) {
        try {
            return paging.after().map(Place::of).orElse(Place.START);
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    private List<ListedCustomer> complete(List<ListedCustomer> found, Optional<Set<MemberId>> seen) {
        var all = followers.of(found.stream().map(ListedCustomer::id).toList());
        var names = members.findAll(all.values().stream()
                .flatMap(List::stream)
                .map(follower -> follower.member().id())
                .distinct()
                .toList());
        var tags = followers.tags(
                all.values().stream().flatMap(List::stream).map(Follower::id).toList());
        var ids = found.stream().map(ListedCustomer::id).toList();
        var scored = scores.of(ids);
        var handed = heirs.pending(ids).keySet();
        return found.stream()
                .map(customer -> complete(
                        customer,
                        all.getOrDefault(customer.id(), List.of()),
                        names,
                        tags,
                        seen,
                        scored.getOrDefault(customer.id(), Score.NONE),
                        handed.contains(customer.id())))
                .toList();
    }

    private static ListedCustomer complete(
            ListedCustomer customer,
            List<Follower> all,
            Map<MemberId, Members.Member> names,
            Map<FollowId, List<Tag>> tags,
            Optional<Set<MemberId>> seen,
            Score score,
            boolean handed) {
        var mine = all.stream()
                .filter(follower ->
                        seen.map(some -> some.contains(follower.member().id())).orElse(true))
                .toList();
        long others = all.stream()
                .filter(follower -> follower.state().equals("ACTIVE") && !mine.contains(follower))
                .count();
        var carried = mine.stream()
                .flatMap(follower -> tags.getOrDefault(follower.id(), List.of()).stream())
                .distinct()
                .toList();
        return customer.with(
                mine.stream().map(follower -> shown(follower, names)).toList(), (int) others, carried, score, handed);
    }

    private static Follower shown(Follower follower, Map<MemberId, Members.Member> names) {
        var member = follower.member().id();
        var name =
                Optional.ofNullable(names.get(member)).map(Members.Member::name).orElse("");
        boolean masked = Caller.find().map(Caller::masked).orElse(false);
        return new Follower(
                follower.id(),
                new Of(member, name),
                follower.remark(),
                follower.description(),
                masked
                        ? follower.mobiles().stream()
                                .map(CustomerDeskService::mask)
                                .toList()
                        : follower.mobiles(),
                follower.corpName(),
                follower.addWay(),
                follower.channel(),
                follower.half(),
                follower.state(),
                follower.since(),
                follower.endedAt());
    }

    /** {@code 138****5678}. */
    static String mask(String phone) {
        return phone.length() <= SHOWN_OF_PHONE + LAST_OF_PHONE
                ? "*".repeat(phone.length())
                : phone.substring(0, SHOWN_OF_PHONE) + "****" + phone.substring(phone.length() - LAST_OF_PHONE);
    }
}
