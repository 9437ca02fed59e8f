package io.tilth.insight.overview;

import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels.Channel;
import io.tilth.insight.overview.GrowthOverview.ChannelGrowth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Adds up channels: what came by one below counts for those above, and each person was brought by one. */
record ChannelTree(List<Channel> all) {

    /** The channel and all below it. */
    Set<ChannelId> below(ChannelId channel) {
        var found = new LinkedHashSet<ChannelId>();
        found.add(channel);
        boolean more = true;
        while (more) {
            more = found.addAll(all.stream()
                    .filter(one -> one.parent().filter(found::contains).isPresent())
                    .map(Channel::id)
                    .toList());
        }
        return found;
    }

    Set<ChannelId> ids() {
        var ids = new LinkedHashSet<ChannelId>();
        all.forEach(one -> ids.add(one.id()));
        return ids;
    }

    /** Those by which anybody ever came, the best of sisters first; at last all who came by none of them. */
    List<ChannelGrowth> grow(Counts counts) {
        var rows = new ArrayList<ChannelGrowth>();
        grow(Optional.empty(), 0, counts, rows);
        var others = Stream.of(counts.newcomers(), counts.lost(), counts.friends())
                .flatMap(some -> some.keySet().stream())
                .filter(channel -> channel.filter(ids()::contains).isEmpty())
                .distinct()
                .toList();
        add(
                new ChannelGrowth(
                        null,
                        0,
                        "",
                        sum(counts.newcomers(), others),
                        sum(counts.lost(), others),
                        sum(counts.friends(), others).now()),
                rows);
        return rows;
    }

    private void grow(Optional<ChannelId> parent, int depth, Counts counts, List<ChannelGrowth> rows) {
        all.stream()
                .filter(one -> one.parent().equals(parent))
                .map(one -> growth(one, depth, counts))
                .sorted(Comparator.comparingLong(
                                (ChannelGrowth one) -> one.newcomers().now())
                        .thenComparingLong(ChannelGrowth::friends)
                        .reversed())
                .forEach(one -> {
                    add(one, rows);
                    grow(Optional.ofNullable(one.id()), depth + 1, counts, rows);
                });
    }

    private ChannelGrowth growth(Channel channel, int depth, Counts counts) {
        var own = below(channel.id()).stream().map(Optional::of).toList();
        return new ChannelGrowth(
                channel.id(),
                depth,
                channel.name(),
                sum(counts.newcomers(), own),
                sum(counts.lost(), own),
                sum(counts.friends(), own).now());
    }

    private static void add(ChannelGrowth row, List<ChannelGrowth> rows) {
        if (row.friends() > 0
                || !row.newcomers().equals(Compared.NONE)
                || !row.lost().equals(Compared.NONE)) {
            rows.add(row);
        }
    }

    private static Compared sum(Map<Optional<ChannelId>, Compared> counts, List<Optional<ChannelId>> channels) {
        return channels.stream()
                .map(channel -> counts.getOrDefault(channel, Compared.NONE))
                .reduce(Compared.NONE, Compared::plus);
    }

    record Counts(
            Map<Optional<ChannelId>, Compared> newcomers,
            Map<Optional<ChannelId>, Compared> lost,
            Map<Optional<ChannelId>, Compared> friends) {}
}
