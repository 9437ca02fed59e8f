package io.tilth.acquisition.code;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.directory.MemberId;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CodeRouteService implements CodeRoutes {

    private final CodeSearchRepository search;
    private final ChannelCodeRepository codes;
    private final RoutingService routing;
    private final Arrivals arrivals;
    private final CompanyDay day;
    private final Clock clock;

    CodeRouteService(
            CodeSearchRepository search,
            ChannelCodeRepository codes,
            RoutingService routing,
            Arrivals arrivals,
            CompanyDay day,
            Clock clock) {
        this.search = search;
        this.codes = codes;
        this.routing = routing;
        this.arrivals = arrivals;
        this.day = day;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Route> ofPage(String page) {
        return search.ofPage(page).map(this::route);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Route> find(ChannelCodeId code) {
        return search.find(code).map(this::route);
    }

    @Override
    public void hold(ChannelCodeId code) {
        codes.hold(code);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<MemberId> everybody(ChannelCodeId code) {
        return search.find(code).map(one -> routing.crew(one).able()).orElse(Set.of());
    }

    @Override
    public Optional<Choice> choose(
            ChannelCodeId id, Map<MemberId, Integer> seats, Set<MemberId> ready, Optional<MemberId> preferred) {
        var code = search.find(id).orElseThrow();
        var load = new HashMap<>(arrivals.load(id, day.midnight()));
        seats.forEach((member, held) -> load.merge(member, held, Integer::sum));
        var crew = routing.crew(code);
        var able = new HashSet<>(crew.able());
        able.retainAll(ready);
        var plan = new RoutingPlan(able, crew.resting(), load, 0);
        var live = plan.room(code.routing(), code.isLive(clock.instant()) ? crew.people() : Set.of());
        var room = live.isEmpty() ? plan.room(code.routing(), crew.people()) : live; // retired, and nobody to stand in
        return preferred.filter(room::contains).or(() -> first(room)).map(member -> choice(code, member));
    }

    @Override
    public void putAside(MemberId member, int reason) {
        routing.putAside(member, reason);
    }

    private static Optional<MemberId> first(List<MemberId> room) {
        return room.stream().findFirst();
    }

    private static Choice choice(ChannelCode code, MemberId member) {
        return new Choice(member, code.routing().spares().contains(member));
    }

    private Route route(ChannelCode code) {
        return new Route(
                code.id(),
                code.company(),
                code.door().form(),
                code.name(),
                code.state(),
                code.door().page().orElse(""),
                code.way().content(),
                code.isLive(clock.instant()),
                code.routing().exclusive(),
                code.routing().skipVerify());
    }
}
