package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.directory.MemberJoined;
import io.tilth.directory.MemberLeft;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in who works here as WeCom tells it, all at once or one by one. */
@Service
@Transactional
class MemberNewsService {

    private final MemberRepository members;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MemberNewsService(MemberRepository members, ApplicationEventPublisher events, Clock clock) {
        this.members = members;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes over what the directory lists, and tells by kind what we had otherwise.
     *
     * @param asked when we asked; whoever changed since then is left alone
     */
    Map<String, Integer> settle(CompanyId company, Listing listing, Instant asked) {
        // Held first: who is not among them and yet listed was made or touched since we asked.
        var known = members.hold(company, asked).stream()
                .collect(Collectors.toMap(KnownMember::userId, Function.identity()));
        var seats = members.seats(company);
        var changes = new Changes();
        for (var told : listing.members()) {
            var before = Optional.ofNullable(known.remove(told.userId()));
            var now = before.orElseGet(() -> KnownMember.unknown(told.userId()))
                    .listed(told, listing.withCustomers().contains(told.userId()), asked);
            changes.add(before, now, seats.getOrDefault(now.id(), Set.of()), Seat.of(now.id(), told.departments()));
        }
        known.values().stream().filter(KnownMember::isHere).forEach(member -> changes.gone(member, member.gone(asked)));
        return store(company, changes);
    }

    private Map<String, Integer> store(CompanyId company, Changes changes) {
        var touched = touchedMeanwhile(company, changes);
        changes.now.keySet().removeAll(touched);
        members.store(company, List.copyOf(changes.now.values()), clock.instant());
        var seated = changes.seats.keySet().stream()
                .filter(member -> !touched.contains(member))
                .toList();
        members.seat(
                company,
                seated,
                seated.stream()
                        .flatMap(member -> changes.seats.getOrDefault(member, Set.of()).stream())
                        .toList());
        changes.events.entrySet().stream()
                .filter(event -> !touched.contains(event.getKey()))
                .forEach(event -> events.publishEvent(event.getValue()));
        return changes.differences;
    }

    /** Those whom the listing would make, but somebody else made them since it was asked for. */
    private Set<MemberId> touchedMeanwhile(CompanyId company, Changes changes) {
        var made = changes.made.stream().collect(Collectors.toMap(KnownMember::userId, KnownMember::id));
        return members.byUsers(company, made.keySet()).stream()
                .map(there -> made.get(there.userId()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Somebody was hired, or changed. */
    void put(Callback user) {
        var userId = MemberService.lower(user.need("UserID"));
        var before = members.hold(user.company(), userId);
        if (before.filter(known -> known.heardAt().isAfter(user.at())).isPresent()) {
            return; // older news: what came after it counts
        }
        var now = before.orElseGet(() -> KnownMember.unknown(userId)).told(user);
        members.store(user.company(), List.of(now), clock.instant());
        if (user.fields().containsKey("Department")) {
            members.seat(user.company(), List.of(now.id()), Seat.of(now.id(), user));
        }
        // When the new id is taken, news under it came first; the next sync finds the old one gone.
        user.find("NewUserID").map(MemberService::lower).ifPresent(id -> members.rename(now.id(), user.company(), id));
        if (now.joinedSince(before)) {
            events.publishEvent(new MemberJoined(now.id()));
        } else if (!now.isHere() && before.filter(KnownMember::isHere).isPresent()) {
            events.publishEvent(new MemberLeft(now.id()));
        }
    }

    void leave(Callback user) {
        var userId = MemberService.lower(user.need("UserID"));
        var before = members.hold(user.company(), userId).orElseGet(() -> KnownMember.unknown(userId));
        if (before.heardAt().isAfter(user.at())) {
            return;
        }
        members.store(user.company(), List.of(before.gone(user.at())), clock.instant());
        if (before.isHere()) {
            events.publishEvent(new MemberLeft(before.id()));
        }
    }

    /** Everybody as the directory lists them; {@code withCustomers} are those who may have some. */
    record Listing(List<WecomDirectory.Member> members, Set<String> withCustomers) {}

    /** What a listing changes. */
    private static class Changes {

        private final Map<MemberId, KnownMember> now = new LinkedHashMap<>();
        private final List<KnownMember> made = new ArrayList<>();
        private final Map<MemberId, Set<Seat>> seats = new HashMap<>();
        private final Map<MemberId, Object> events = new LinkedHashMap<>();
        private final Map<String, Integer> differences = new LinkedHashMap<>();

        void add(Optional<KnownMember> before, KnownMember member, Set<Seat> seatsBefore, Set<Seat> seatsNow) {
            boolean moved = !seatsBefore.equals(seatsNow);
            if (!moved && before.filter(member::equals).isPresent()) {
                return;
            }
            now.put(member.id(), member);
            if (before.isEmpty()) {
                made.add(member);
            }
            if (moved) {
                seats.put(member.id(), seatsNow);
            }
            if (member.joinedSince(before)) {
                events.put(member.id(), new MemberJoined(member.id()));
            } else if (!member.isHere() && before.filter(KnownMember::isHere).isPresent()) {
                events.put(member.id(), new MemberLeft(member.id()));
            }
            differences.merge(before.isEmpty() ? "member.missing" : "member.changed", 1, Integer::sum);
        }

        void gone(KnownMember before, KnownMember member) {
            now.put(member.id(), member);
            events.put(before.id(), new MemberLeft(before.id()));
            differences.merge("member.gone", 1, Integer::sum);
        }
    }
}
