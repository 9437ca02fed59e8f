package io.tilth.automation.today;

import io.tilth.automation.GuideDays;
import io.tilth.directory.MemberId;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class GuideDayService implements GuideDays {

    private final TodayRepository deeds;
    private final TodayCards cards;
    private final TodayService today;
    private final Clock clock;

    GuideDayService(TodayRepository deeds, TodayCards cards, TodayService today, Clock clock) {
        this.deeds = deeds;
        this.cards = cards;
        this.today = today;
        this.clock = clock;
    }

    @Override
    public Map<MemberId, Day> of(Collection<MemberId> members) {
        if (members.isEmpty()) {
            return Map.of();
        }
        var done = deeds.done(members, today.morning());
        var open = cards.count(members, clock.instant());
        return Set.copyOf(members).stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        member -> new Day(done.getOrDefault(member, 0), open.getOrDefault(member, 0))));
    }
}
