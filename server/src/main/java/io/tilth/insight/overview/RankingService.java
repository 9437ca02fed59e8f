package io.tilth.insight.overview;

import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.ShopId;
import io.tilth.insight.overview.Ranking.By;
import io.tilth.insight.overview.Ranking.Of;
import io.tilth.insight.overview.Ranking.RankedRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class RankingService {

    private static final int RANKED = 20;

    private final FigureRepository figures;
    private final VantageService vantages;
    private final Members members;

    RankingService(FigureRepository figures, VantageService vantages, Members members) {
        this.figures = figures;
        this.vantages = vantages;
        this.members = members;
    }

    Ranking of(Period period, By by, Of of) {
        var from = vantages.on(period);
        var rows = switch (of) {
            case MEMBERS -> ranked(counts(by, from, figures::byMember), MemberId::value, this::memberNames);
            case SHOPS -> ranked(counts(by, from, figures::byShop), ShopId::value, any -> figures.shopNames());
        };
        return new Ranking(from.at(), from.comparable(), rows);
    }

    private <T> Map<T, Compared> counts(By by, Vantage from, Counting<T> counting) {
        Function<Figure, Map<T, Compared>> count = figure -> counting.of(figure, from.spans(), from.sight());
        return switch (by) {
            case NEWCOMERS -> count.apply(Figure.NEWCOMERS);
            case NET -> combined(count.apply(Figure.NEWCOMERS), count.apply(Figure.LOST), Compared::minus);
            case SHARED -> count.apply(Figure.SHARED);
            case OPENINGS -> count.apply(Figure.OPENINGS);
            case ANSWERED -> count.apply(Figure.ANSWERED);
        };
    }

    private static <T> List<RankedRow> ranked(
            Map<T, Compared> counts, Function<T, UUID> id, Function<List<T>, Map<T, String>> named) {
        var best = counts.entrySet().stream()
                .filter(one -> one.getValue().now() != 0)
                .sorted(Comparator.<Map.Entry<T, Compared>>comparingLong(
                                one -> one.getValue().now())
                        .reversed()
                        .thenComparing(one -> id.apply(one.getKey())))
                .limit(RANKED)
                .toList();
        var names = named.apply(best.stream().map(Map.Entry::getKey).toList());
        return best.stream()
                .map(one -> new RankedRow(id.apply(one.getKey()), names.getOrDefault(one.getKey(), ""), one.getValue()))
                .toList();
    }

    private Map<MemberId, String> memberNames(List<MemberId> ids) {
        return members.findAll(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    private static <T> Map<T, Compared> combined(
            Map<T, Compared> some, Map<T, Compared> others, BiFunction<Compared, Compared, Compared> how) {
        return Stream.concat(some.keySet().stream(), others.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> how.apply(
                                some.getOrDefault(one, Compared.NONE), others.getOrDefault(one, Compared.NONE))));
    }

    private interface Counting<T> {
        Map<T, Compared> of(Figure figure, Spans spans, Sight sight);
    }
}
