package io.tilth.automation.today;

import io.tilth.automation.today.TodayDeed.What;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Prospects;
import io.tilth.customer.Prospects.Deed;
import io.tilth.customer.Prospects.Prospect;
import io.tilth.directory.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out the list of members: what was asked for first, then who gives a reason. Within the caller's transaction. */
@Component
class TodayCards {

    static final int MOST = 20;
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private final TodayRepository deeds;
    private final Prospects prospects;

    TodayCards(TodayRepository deeds, Prospects prospects) {
        this.deeds = deeds;
        this.prospects = prospects;
    }

    List<TodayCard> of(Collection<MemberId> members, Instant now) {
        if (members.isEmpty()) {
            return List.of();
        }
        var last = deeds.latest(members, now.minus(REMEMBERED)).stream()
                .collect(Collectors.toMap(TodayDeed::customer, Function.identity()));
        var brought = ids(last, deed -> deed.brings(now));
        var away = ids(last, deed -> deed.what() == What.LATER && deed.hides(now, Optional.empty()));
        var perhaps = ids(last, deed -> deed.what() != What.LATER && deed.hides(now, Optional.empty()));
        var without = new HashSet<>(away);
        without.addAll(brought);
        var cards = new ArrayList<TodayCard>();
        prospects.these(members, brought).forEach(one -> cards.add(card(one, last, now)));
        prospects.best(members, without, MOST + perhaps.size()).stream()
                .filter(one -> !hidden(one, last, now))
                .forEach(one -> cards.add(card(one, last, now)));
        return cards.stream().limit(MOST).toList();
    }

    /** How many cards the list of each of the members holds, each counted by itself. */
    Map<MemberId, Integer> count(Collection<MemberId> members, Instant now) {
        var last = deeds.latestOfEach(members, now.minus(REMEMBERED)).stream()
                .collect(Collectors.groupingBy(
                        TodayDeed::member, Collectors.toMap(TodayDeed::customer, Function.identity())));
        var brought = new HashMap<MemberId, List<CustomerId>>();
        last.forEach((member, about) -> brought.put(member, ids(about, deed -> deed.brings(now))));
        int most = MOST + last.values().stream().mapToInt(Map::size).max().orElse(0);
        var open = new HashMap<MemberId, Integer>();
        prospects.bestOfEach(members, brought, most).forEach((member, named) -> {
            var about = last.getOrDefault(member, Map.of());
            long shown = named.stream()
                    .filter(one -> shows(about.get(one.customer()), one.movedAt(), now))
                    .count();
            open.put(member, (int) Math.min(MOST, shown));
        });
        return open;
    }

    private static boolean shows(@Nullable TodayDeed deed, Optional<Instant> moved, Instant now) {
        return deed == null || deed.brings(now) || !deed.hides(now, moved);
    }

    private static List<CustomerId> ids(Map<CustomerId, TodayDeed> last, Function<TodayDeed, Boolean> such) {
        return last.values().stream()
                .filter(such::apply)
                .map(TodayDeed::customer)
                .toList();
    }

    private static boolean hidden(Prospect one, Map<CustomerId, TodayDeed> last, Instant now) {
        var deed = last.get(one.customer());
        return deed != null && deed.hides(now, one.latest().map(Deed::at));
    }

    private static TodayCard card(Prospect one, Map<CustomerId, TodayDeed> last, Instant now) {
        var deed = Optional.ofNullable(last.get(one.customer())).filter(each -> each.brings(now));
        var reasons = Stream.of(
                        deed.map(TodayCards::asked),
                        one.latest()
                                .filter(latest ->
                                        one.isUnanswered() && latest.kind().ordinal() > 0)
                                .map(latest -> new Reason(latest.kind().name(), latest.title(), latest.at())),
                        newcomer(one, now),
                        quiet(one, now))
                .flatMap(Optional::stream)
                .toList();
        return new TodayCard(one, reasons);
    }

    private static Reason asked(TodayDeed deed) {
        return deed.what() == What.GIVEN
                ? new Reason("GIVEN", deed.reason(), deed.at())
                : new Reason("REMIND", Optional.empty(), deed.until().orElse(deed.at()));
    }

    private static Optional<Reason> newcomer(Prospect one, Instant now) {
        return one.begunAt()
                .filter(at ->
                        !one.existing() && one.contactedAt().isEmpty() && at.isAfter(now.minus(TodayCard.NEWCOMER)))
                .map(at -> new Reason("NEW", Optional.empty(), at));
    }

    private static Optional<Reason> quiet(Prospect one, Instant now) {
        return one.contactedAt()
                .filter(at -> one.score() > 0 && at.isBefore(now.minus(TodayCard.QUIET)))
                .map(at -> new Reason(
                        "QUIET",
                        Optional.of(Long.toString(Duration.between(at, now).toDays())),
                        at));
    }

    /** @param word that its sentence names */
    record Reason(String code, Optional<String> word, Instant at) {}
}
