package io.tilth.acquisition.code;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeForm;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what WeCom ought to know of a code now, and notes what it was told. */
@Service
@Transactional
class RoutingService {

    static final String NOBODY = "nobody";

    /** With all their retries; who is silent for longer has died. */
    private static final Duration LONGEST_CALLS = Duration.ofMinutes(2);

    /** After that WeCom is asked again whether it takes the member now. */
    private static final Duration ASIDE = Duration.ofHours(1);

    /** Over how long the speed of a rush is measured. */
    private static final Duration RUSH = Duration.ofSeconds(10);

    /** By then the task has looked at whoever came, also after a crash. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    /** From a scan to WeCom's next list. */
    private static final Duration LAG = Duration.ofSeconds(3);

    private final CodeSearchRepository search;
    private final ChannelCodeRepository codes;
    private final Members members;
    private final Standings standings;
    private final AsideRepository asides;
    private final Rests rests;
    private final Arrivals arrivals;
    private final CompanyDay day;
    private final Clock clock;

    RoutingService(
            CodeSearchRepository search,
            ChannelCodeRepository codes,
            Members members,
            Standings standings,
            AsideRepository asides,
            Rests rests,
            Arrivals arrivals,
            CompanyDay day,
            Clock clock) {
        this.search = search;
        this.codes = codes;
        this.members = members;
        this.standings = standings;
        this.asides = asides;
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
        var people = members.findAll(list).values().stream()
                .collect(Collectors.toMap(Members.Member::userId, Members.Member::id));
        var users = people.keySet().stream().sorted().toList();
        var routing = code.routing();
        var way = new ContactWays.Way(code.name(), code.state(), users, routing.skipVerify(), routing.exclusive());
        boolean known =
                way.toString().equals(code.way().live()) && code.way().trouble().isEmpty();
        return known
                ? Optional.empty()
                : Optional.of(new Order(
                        code.id(),
                        code.door().form(),
                        code.company(),
                        code.way().configId(),
                        way,
                        people));
    }

    void told(Order order, Optional<String> configId, Optional<String> content) {
        codes.tell(order.code(), new Way(configId, content, order.way().toString(), Optional.empty()));
    }

    /** Empty when somebody else is telling WeCom of the code right now. */
    Optional<Claim> claim(ChannelCodeId id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return codes.claim(id, now, now.plus(LONGEST_CALLS))
                .map(since -> new Claim(Optional.of(since).filter(now::isAfter)));
    }

    /** @param lost whether WeCom may have done it all the same */
    void release(ChannelCodeId id, boolean lost) {
        codes.release(id, lost);
    }

    void putAside(MemberId member, int reason) {
        asides.put(member, String.valueOf(reason), clock.instant().plus(ASIDE));
    }

    void recall(Set<MemberId> members) {
        asides.recall(members);
    }

    /** Who came at the same moment is counted one after the other. */
    void recount(ChannelCodeId id) {
        search.find(id)
                .flatMap(code -> code.routing().dailyCap())
                .ifPresent(cap -> arrivals.recount(
                        id, cap, day.midnight(), clock.instant().minus(LATELY)));
    }

    /** Whether somebody came just now, so that another look is due before long. */
    boolean inARush(ChannelCodeId id) {
        return rush(id) > 0
                && search.find(id).flatMap(code -> code.routing().dailyCap()).isPresent();
    }

    Set<String> configs(CompanyId company, Instant since) {
        return codes.configs(company, since);
    }

    boolean hasNobody(ChannelCodeId id) {
        return search.find(id).flatMap(code -> code.way().trouble()).equals(Optional.of(NOBODY));
    }

    /** Behind a page of ours; empty where WeCom's own code is printed. */
    Optional<String> page(ChannelCodeId id) {
        return search.find(id)
                .filter(code -> code.door().form() == CodeForm.GUIDED)
                .flatMap(code -> code.door().page());
    }

    /** Whether the page at this address is known to be in order. */
    boolean isOpen(ChannelCodeId id, String address) {
        return search.find(id)
                .filter(code ->
                        code.way().trouble().isEmpty() && code.way().content().equals(Optional.of(address)))
                .isPresent();
    }

    void opened(ChannelCodeId id, String address, boolean anybody) {
        var trouble = anybody ? Optional.<String>empty() : Optional.of(NOBODY);
        codes.tell(id, new Way(Optional.empty(), Optional.of(address), "", trouble));
    }

    void failed(ChannelCodeId id, String trouble) {
        search.find(id).ifPresent(code -> note(id, code.way(), trouble));
    }

    private void note(ChannelCodeId id, Way way, String trouble) {
        codes.tell(id, new Way(way.configId(), way.content(), way.live(), Optional.of(trouble)));
    }

    private List<MemberId> list(ChannelCode code) {
        var crew = crew(code);
        var plan = new RoutingPlan(crew.able(), crew.resting(), arrivals.load(code.id(), day.midnight()), coming(code));
        var list = plan.list(code.routing(), code.isLive(clock.instant()) ? crew.people() : Set.of());
        return list.isEmpty() ? plan.list(code.routing(), crew.people()) : list; // retired, and nobody to stand in
    }

    /** Whom the code could lead to, and how they are. */
    Crew crew(ChannelCode code) {
        var routing = code.routing();
        var people = new HashSet<>(routing.members());
        if (!routing.departments().isEmpty()) {
            people.addAll(standings.below(routing.departments()));
        }
        var candidates = new HashSet<>(people);
        candidates.addAll(routing.spares());
        var able = new HashSet<>(members.receiving(candidates));
        able.removeAll(asides.of(candidates, clock.instant()).keySet());
        var resting = routing.byRest() ? rests.resting(people, clock.instant()) : Set.<MemberId>of();
        return new Crew(people, able, resting);
    }

    /** How many will have come before WeCom has heard of the next list, if they go on coming as they do. */
    private int coming(ChannelCode code) {
        return code.routing().dailyCap().isEmpty() ? 0 : (int) (rush(code.id()) * LAG.toMillis() / RUSH.toMillis());
    }

    private int rush(ChannelCodeId code) {
        return arrivals.load(code, clock.instant().minus(RUSH)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * @param people the members, also those of the departments, without the spares
     * @param able those of them and of the spares who may have customers
     */
    record Crew(Set<MemberId> people, Set<MemberId> able, Set<MemberId> resting) {}

    /** @param since when an earlier try was left without an answer */
    record Claim(Optional<Instant> since) {}

    /**
     * @param configId empty where WeCom has none yet
     * @param people by WeCom's name of each
     */
    record Order(
            ChannelCodeId code,
            CodeForm form,
            CompanyId company,
            Optional<String> configId,
            ContactWays.Way way,
            Map<String, MemberId> people) {

        Order naming(List<String> users) {
            var some = new ContactWays.Way(way.remark(), way.state(), users, way.skipVerify(), way.exclusive());
            return new Order(code, form, company, configId, some, people);
        }

        Order known(String config) {
            return new Order(code, form, company, Optional.of(config), way, people);
        }

        MemberId member(String user) {
            return Objects.requireNonNull(people.get(user));
        }
    }
}
