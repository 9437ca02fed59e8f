package io.tilth.insight.overview;

import io.tilth.customer.Customers;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.ShopId;
import io.tilth.directory.VisibleMembers;
import io.tilth.insight.overview.FigureRepository.Row;
import io.tilth.insight.overview.FigureRepository.Sight;
import io.tilth.insight.overview.FigureRepository.Spans;
import io.tilth.insight.overview.GrowthOverview.GrowthPoint;
import io.tilth.insight.overview.GrowthOverview.MemberGrowth;
import io.tilth.insight.overview.GrowthOverview.ShopGrowth;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the figures together, for the members whom the caller sees. */
@Service
@Transactional(readOnly = true)
class GrowthOverviewService {

    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");
    private static final Compared NONE = new Compared(0, 0);
    private static final int RANKED = 20;

    private final FigureRepository figures;
    private final VisibleMembers visible;
    private final Members members;
    private final Customers customers;
    private final Tenants tenants;
    private final Clock clock;

    GrowthOverviewService(
            FigureRepository figures,
            VisibleMembers visible,
            Members members,
            Customers customers,
            Tenants tenants,
            Clock clock) {
        this.figures = figures;
        this.visible = visible;
        this.members = members;
        this.customers = customers;
        this.tenants = tenants;
        this.clock = clock;
    }

    GrowthOverview of(Period period) {
        var zone = zone();
        var now = clock.instant();
        var spans = new Spans(period.until(now, zone), period.before(now, zone));
        var sight = new Sight(visible.ofCaller());
        var totals = figures.totals(sight);
        var newcomers = figures.count(Figure.NEWCOMERS, spans, sight);
        var lost = figures.count(Figure.LOST, spans, sight);
        return new GrowthOverview(
                now,
                spans.now(),
                spans.before(),
                figures.since()
                        .filter(since -> since.isAfter(spans.before().from()))
                        .isEmpty(),
                totals.customers(),
                totals.friendships(),
                newcomers,
                lost,
                newcomers.minus(lost),
                curve(period, spans, zone, sight),
                shops(spans, sight),
                ranking(spans, sight));
    }

    private List<GrowthPoint> curve(Period period, Spans spans, ZoneId zone, Sight sight) {
        var now = figures.curve(Figure.NEWCOMERS, spans.now(), period, zone, sight);
        var before = figures.curve(Figure.NEWCOMERS, spans.before(), period, zone, sight);
        var lost = figures.curve(Figure.LOST, spans.now(), period, zone, sight);
        var points = new ArrayList<GrowthPoint>();
        var then = spans.before().from().atZone(zone);
        for (var at = spans.now().from().atZone(zone);
                at.toInstant().isBefore(spans.now().to());
                at = at.plus(1, period.unit())) {
            points.add(new GrowthPoint(
                    at.toInstant(),
                    now.getOrDefault(at.toInstant(), 0L),
                    before.getOrDefault(then.toInstant(), 0L),
                    lost.getOrDefault(at.toInstant(), 0L)));
            then = then.plus(1, period.unit());
        }
        return points;
    }

    private List<ShopGrowth> shops(Spans spans, Sight sight) {
        var newcomers = figures.byShop(Figure.NEWCOMERS, spans, sight);
        var lost = figures.byShop(Figure.LOST, spans, sight);
        var names = figures.shopNames();
        return both(newcomers.keySet(), lost.keySet()).stream()
                .map(shop -> new ShopGrowth(
                        shop,
                        names.getOrDefault(shop, ""),
                        newcomers.getOrDefault(shop, NONE),
                        lost.getOrDefault(shop, NONE)))
                .sorted(Comparator.comparingLong(
                                (ShopGrowth shop) -> shop.newcomers().now())
                        .reversed())
                .toList();
    }

    private List<MemberGrowth> ranking(Spans spans, Sight sight) {
        var newcomers = figures.byMember(Figure.NEWCOMERS, spans, sight);
        var lost = figures.byMember(Figure.LOST, spans, sight);
        var all = both(newcomers.keySet(), lost.keySet());
        var known = members.findAll(all);
        return all.stream()
                .map(member -> new MemberGrowth(
                        member,
                        name(known, member),
                        newcomers.getOrDefault(member, NONE),
                        lost.getOrDefault(member, NONE)))
                .sorted(Comparator.comparingLong(
                                (MemberGrowth one) -> one.newcomers().now())
                        .reversed())
                .limit(RANKED)
                .toList();
    }

    /** The rows behind a figure, the latest first. */
    Page<ListedFigure> rows(
            Figure figure, Period period, Optional<ShopId> shop, Optional<MemberId> member, Paging paging) {
        var span = period.until(clock.instant(), zone());
        var seen = visible.ofCaller();
        if (member.isPresent()) {
            if (seen.isPresent() && !seen.get().contains(member.get())) {
                throw Refusal.notFound("member-not-found");
            }
            seen = member.map(Set::of);
        }
        var after = paging.after().map(GrowthOverviewService::position);
        var page = Page.of(
                figures.rows(figure, span, new Sight(seen), shop, after, paging.rows()),
                paging,
                row -> row.at() + " " + row.id());
        return listed(page);
    }

    private Page<ListedFigure> listed(Page<Row> page) {
        var names = customers.names(
                page.items().stream().flatMap(row -> row.customer().stream()).toList());
        var known = members.findAll(
                page.items().stream().map(Row::member).distinct().toList());
        return page.map(row -> new ListedFigure(
                row.id(),
                row.customer().orElse(null),
                row.customer().map(one -> names.getOrDefault(one, "")).orElse(""),
                row.member(),
                name(known, row.member()),
                row.at()));
    }

    private static Row position(String cursor) {
        var parts = cursor.split(" ", 2);
        try {
            return new Row(
                    UUID.fromString(parts[1]), Optional.empty(), new MemberId(new UUID(0, 0)), Instant.parse(parts[0]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    private static String name(Map<MemberId, Members.Member> known, MemberId member) {
        var found = known.get(member);
        return found == null ? "" : found.name();
    }

    private static <T> Set<T> both(Set<T> some, Set<T> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private ZoneId zone() {
        return tenants.find(TenantScope.current()).map(Tenants.Tenant::timeZone).orElse(USUAL);
    }
}
