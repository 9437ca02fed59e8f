package io.tilth.acquisition.attribution;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelCodes;
import io.tilth.acquisition.attribution.CodeArrivalRepository.ByMember;
import io.tilth.acquisition.attribution.CodeArrivalRepository.Day;
import io.tilth.acquisition.attribution.CodeArrivalRepository.Whole;
import io.tilth.directory.Members;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a code has brought. */
@Service
@Transactional(readOnly = true)
class FigureService {

    private final CodeArrivalRepository arrivals;
    private final ChannelCodes codes;
    private final Members members;
    private final Tenants tenants;
    private final Clock clock;

    FigureService(CodeArrivalRepository arrivals, ChannelCodes codes, Members members, Tenants tenants, Clock clock) {
        this.arrivals = arrivals;
        this.codes = codes;
        this.members = members;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Of the last days, today with them. */
    Figures of(ChannelCodeId code, int span) {
        if (!codes.exists(code)) {
            throw Refusal.notFound("channel-code-not-found");
        }
        var zone = tenants.find(TenantScope.current()).orElseThrow().timeZone();
        var today = clock.instant().atZone(zone).toLocalDate();
        var first = today.minusDays(span - 1L);
        var since = first.atStartOfDay(zone).toInstant();
        var found = arrivals.days(code, since, zone).stream().collect(Collectors.toMap(Day::day, Function.identity()));
        var days = Stream.iterate(first, day -> !day.isAfter(today), day -> day.plusDays(1))
                .map(day -> found.getOrDefault(day, new Day(day, 0, 0, 0)))
                .toList();
        return new Figures(
                arrivals.whole(code, since),
                days,
                named(arrivals.byMember(code, since, today.atStartOfDay(zone).toInstant())));
    }

    private List<Named> named(List<ByMember> rows) {
        Map<?, Members.Member> names =
                members.findAll(rows.stream().map(ByMember::member).toList());
        return rows.stream()
                .map(row -> new Named(
                        row,
                        Optional.ofNullable(names.get(row.member()))
                                .map(Members.Member::name)
                                .orElse("")))
                .toList();
    }

    record Figures(Whole whole, List<Day> days, List<Named> members) {

        int lost() {
            return days.stream().mapToInt(Day::lost).sum();
        }
    }

    record Named(ByMember row, String name) {}
}
