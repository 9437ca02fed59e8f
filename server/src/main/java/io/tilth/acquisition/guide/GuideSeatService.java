package io.tilth.acquisition.guide;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.acquisition.CodeRoutes.Route;
import io.tilth.acquisition.GuideSeats;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows;
import io.tilth.customer.Follows.Friendship;
import io.tilth.customer.VisitorId;
import io.tilth.directory.Cards;
import io.tilth.directory.Cards.Card;
import io.tilth.directory.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides whom a visitor is shown. One decision at a time for each code, so that no cap is ever passed. */
@Service
@Transactional
class GuideSeatService implements GuideSeats {

    /** How long a page shows a code before it asks again. */
    static final Duration SHOWN = Duration.ofMinutes(10);

    /** Whoever presses the code at the last moment is still on the way for a while. */
    private static final Duration HELD = SHOWN.plusMinutes(2);

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final CodeRoutes routes;
    private final GuideWayRepository ways;
    private final GuideSeatRepository seats;
    private final Follows follows;
    private final Cards cards;
    private final Clock clock;

    GuideSeatService(
            CodeRoutes routes,
            GuideWayRepository ways,
            GuideSeatRepository seats,
            Follows follows,
            Cards cards,
            Clock clock) {
        this.routes = routes;
        this.ways = ways;
        this.seats = seats;
        this.follows = follows;
        this.cards = cards;
        this.clock = clock;
    }

    /** Empty when nobody has room. */
    Optional<Shown> seat(Route route, Guest guest) {
        var ready = ways.ready(route.id());
        var known = route.returning() ? guest.customer().flatMap(one -> known(one, ready)) : Optional.<MemberId>empty();
        return known.isPresent() ? shown(route, known.get(), true) : choose(route, guest, ready);
    }

    private Optional<Shown> choose(Route route, Guest guest, Set<MemberId> ready) {
        routes.hold(route.id());
        var now = clock.instant();
        var held = seats.held(route.id(), guest.visitor(), now); // before those who came: one may be both, none neither
        var choice = routes.choose(route.id(), held, ready, seats.of(route.id(), guest.visitor()));
        if (!guest.colleague()) {
            choice.ifPresent(one -> seats.take(route.id(), guest.visitor(), one.member(), now.plus(HELD)));
        }
        return choice.flatMap(one -> shown(route, one.member(), false));
    }

    /** Holds nothing that others wait for: many are counted in one transaction, in any order. */
    @Override
    public void used(ChannelCodeId code, MemberId member) {
        seats.release(code, member, clock.instant());
    }

    void forget() {
        seats.forget(clock.instant().minus(REMEMBERED));
    }

    /** Of several, the one who was in touch last. */
    private Optional<MemberId> known(CustomerId customer, Set<MemberId> ready) {
        return follows.friendships(Set.of(customer)).getOrDefault(customer, List.of()).stream()
                .filter(Friendship::active)
                .map(Friendship::member)
                .filter(ready::contains)
                .filter(member -> cards.of(member).filter(Card::here).isPresent())
                .findFirst();
    }

    private Optional<Shown> shown(Route route, MemberId member, boolean known) {
        return cards.of(member).flatMap(card -> ways.key(route.id(), member).map(key -> new Shown(card, key, known)));
    }

    /** @param colleague looks without taking anybody's place */
    record Guest(VisitorId visitor, Optional<CustomerId> customer, boolean colleague) {}

    /**
     * @param key names the picture
     * @param known they are friends already
     */
    record Shown(Card card, String key, boolean known) {}
}
