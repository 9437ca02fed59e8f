package io.tilth.acquisition.code;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.code.ChannelCode.Way;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Rests;
import io.tilth.directory.Standings;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ContactWays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what WeCom ought to know of a code now, and notes what it was told. */
@Service
@Transactional
class RoutingService {

    static final String NOBODY = "nobody";

    /** With all its retries; who is silent for longer has died. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private final CodeSearchRepository search;
    private final ChannelCodeRepository codes;
    private final Members members;
    private final Standings standings;
    private final Rests rests;
    private final Arrivals arrivals;
    private final CompanyDay day;
    private final Clock clock;

    RoutingService(
            CodeSearchRepository search,
            ChannelCodeRepository codes,
            Members members,
            Standings standings,
            Rests rests,
            Arrivals arrivals,
            CompanyDay day,
            Clock clock) {
        this.search = search;
        this.codes = codes;
        this.members = members;
        this.standings = standings;
        this.rests = rests;
        this.arrivals = arrivals;
        this.day = day;
        this.clock = clock;
    }

    /** Empty when WeCom knows it all already, or nobody is left whom the code could lead to. */
    Optional<Order> due(ChannelCodeId id) {
        return search.find(id).flatMap(this::due);
    }

    private Optional<Order> due(ChannelCode code) {
        var list = list(code);
        if (list.isEmpty()) {
            note(code.id(), code.way(), NOBODY);
            return Optional.empty();
        }
        var users = members.findAll(list).values().stream()
                .map(Members.Member::userId)
                .sorted()
                .toList();
        var routing = code.routing();
        var way = new ContactWays.Way(code.name(), code.state(), users, routing.skipVerify(), routing.exclusive());
        boolean known =
                way.toString().equals(code.way().live()) && code.way().trouble().isEmpty();
        return known
                ? Optional.empty()
                : Optional.of(new Order(code.id(), code.company(), code.way().configId(), way));
    }

    void told(Order order, Optional<String> configId, Optional<String> content) {
        codes.tell(order.code(), new Way(configId, content, order.way().toString(), Optional.empty()));
    }

    /** Empty when somebody else is asking WeCom for the code right now. */
    Optional<Claim> claim(Order order) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return codes.claim(order.code(), now, now.plus(LONGEST_CALL))
                .map(since -> new Claim(Optional.of(since).filter(now::isAfter)));
    }

    Set<String> configs(CompanyId company, Instant since) {
        return codes.configs(company, since);
    }

    boolean hasNobody(ChannelCodeId id) {
        return search.find(id).flatMap(code -> code.way().trouble()).equals(Optional.of(NOBODY));
    }

    /** @param lost whether WeCom may have done it all the same */
    void failed(Order order, String trouble, boolean lost) {
        codes.giveUp(order.code(), lost);
        search.find(order.code()).ifPresent(code -> note(code.id(), code.way(), trouble));
    }

    private void note(ChannelCodeId id, Way way, String trouble) {
        codes.tell(id, new Way(way.configId(), way.content(), way.live(), Optional.of(trouble)));
    }

    private List<MemberId> list(ChannelCode code) {
        var routing = code.routing();
        var people = new HashSet<>(routing.members());
        if (!routing.departments().isEmpty()) {
            people.addAll(standings.below(routing.departments()));
        }
        var candidates = new HashSet<>(people);
        candidates.addAll(routing.spares());
        var able = members.receiving(candidates);
        var resting = routing.byRest() ? rests.resting(people, clock.instant()) : Set.<MemberId>of();
        var plan = new RoutingPlan(able, resting, arrivals.load(code.id(), day.midnight()));
        var list = plan.list(routing, code.isLive(clock.instant()) ? people : Set.of());
        return list.isEmpty() ? plan.list(routing, people) : list; // retired, and nobody to stand in
    }

    /** @param since when an earlier try was left without an answer */
    record Claim(Optional<Instant> since) {}

    /** @param configId empty where WeCom has none yet */
    record Order(ChannelCodeId code, CompanyId company, Optional<String> configId, ContactWays.Way way) {}
}
