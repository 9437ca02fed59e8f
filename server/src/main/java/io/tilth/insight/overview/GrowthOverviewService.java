package io.tilth.insight.overview;

import io.tilth.acquisition.Channels;
import io.tilth.insight.overview.GrowthOverview.GrowthPoint;
import io.tilth.insight.overview.GrowthOverview.ShopGrowth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many come, stay and go, for the members whom the caller sees. */
@Service
@Transactional(readOnly = true)
class GrowthOverviewService {

    private final FigureRepository figures;
    private final VantageService vantages;
    private final Channels channels;

    GrowthOverviewService(FigureRepository figures, VantageService vantages, Channels channels) {
        this.figures = figures;
        this.vantages = vantages;
        this.channels = channels;
    }

    GrowthOverview of(Period period) {
        var from = vantages.on(period);
        var newcomers = count(Figure.NEWCOMERS, from);
        var lost = count(Figure.LOST, from);
        return new GrowthOverview(
                from.at(),
                from.spans().now(),
                from.spans().before(),
                from.comparable(),
                count(Figure.FRIENDS, from).now(),
                count(Figure.FRIENDSHIPS, from).now(),
                newcomers,
                lost,
                newcomers.minus(lost),
                curve(period, from),
                shops(from),
                channels(from));
    }

    private Compared count(Figure figure, Vantage from) {
        return figures.count(figure, from.spans(), from.sight());
    }

    private List<GrowthPoint> curve(Period period, Vantage from) {
        var zone = from.zone();
        var spans = from.spans();
        var now = figures.curve(Figure.NEWCOMERS, spans.now(), period, zone, from.sight());
        var before = figures.curve(Figure.NEWCOMERS, spans.before(), period, zone, from.sight());
        var lost = figures.curve(Figure.LOST, spans.now(), period, zone, from.sight());
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

    private List<ShopGrowth> shops(Vantage from) {
        var newcomers = figures.byShop(Figure.NEWCOMERS, from.spans(), from.sight());
        var lost = figures.byShop(Figure.LOST, from.spans(), from.sight());
        var friends = figures.byShop(Figure.FRIENDS, from.spans(), from.sight());
        var names = figures.shopNames();
        return Stream.of(newcomers, lost, friends)
                .flatMap(some -> some.keySet().stream())
                .distinct()
                .map(shop -> new ShopGrowth(
                        shop,
                        names.getOrDefault(shop, ""),
                        newcomers.getOrDefault(shop, Compared.NONE),
                        lost.getOrDefault(shop, Compared.NONE),
                        friends.getOrDefault(shop, Compared.NONE).now()))
                .sorted(Comparator.comparingLong(
                                (ShopGrowth shop) -> shop.newcomers().now())
                        .thenComparingLong(ShopGrowth::friends)
                        .reversed())
                .toList();
    }

    private List<GrowthOverview.ChannelGrowth> channels(Vantage from) {
        return new ChannelTree(channels.all())
                .grow(new ChannelTree.Counts(
                        figures.byChannel(Figure.NEWCOMERS, from.spans(), from.sight()),
                        figures.byChannel(Figure.LOST, from.spans(), from.sight()),
                        figures.byChannel(Figure.FRIENDS, from.spans(), from.sight())));
    }
}
