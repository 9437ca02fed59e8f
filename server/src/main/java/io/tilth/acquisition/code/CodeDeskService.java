package io.tilth.acquisition.code;

import io.tilth.acquisition.Arrivals;
import io.tilth.acquisition.Arrivals.Sum;
import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.Channels;
import io.tilth.acquisition.Channels.Channel;
import io.tilth.acquisition.code.CodeSearchRepository.CodeFilter;
import io.tilth.acquisition.code.CodeSearchRepository.Place;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.Standings;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes as people look them up. */
@Service
@Transactional(readOnly = true)
class CodeDeskService {

    static final Duration QUIET = Duration.ofDays(7);

    private final CodeSearchRepository codes;
    private final Channels channels;
    private final Members members;
    private final Standings standings;
    private final AsideRepository asides;
    private final Arrivals arrivals;
    private final CompanyDay day;
    private final Clock clock;

    CodeDeskService(
            CodeSearchRepository codes,
            Channels channels,
            Members members,
            Standings standings,
            AsideRepository asides,
            Arrivals arrivals,
            CompanyDay day,
            Clock clock) {
        this.codes = codes;
        this.channels = channels;
        this.members = members;
        this.standings = standings;
        this.asides = asides;
        this.arrivals = arrivals;
        this.day = day;
        this.clock = clock;
    }

    Page<Shown> search(Search wanted, Paging paging) {
        var since = wanted.quiet() ? Optional.of(clock.instant().minus(QUIET)) : Optional.<Instant>empty();
        var below = wanted.channel().map(this::withBelow).orElse(List.of());
        var place =
                wanted.department().map(List::of).map(one -> new Place(standings.branches(one), standings.below(one)));
        var filter = new CodeFilter(wanted.q().strip(), below, wanted.retired(), place, since);
        var rows = codes.search(filter, paging.afterId(), paging.rows());
        var page = Page.of(rows, paging, code -> code.id().value().toString());
        var shown = shown(page.items());
        return page.map(code -> shown.get(code.id()));
    }

    Shown get(ChannelCodeId id) {
        var code = codes.find(id).orElseThrow(() -> Refusal.notFound("channel-code-not-found"));
        return Optional.ofNullable(shown(List.of(code)).get(id)).orElseThrow();
    }

    private Map<ChannelCodeId, Shown> shown(List<ChannelCode> some) {
        var tree = channels.all().stream().collect(Collectors.toMap(Channel::id, Function.identity()));
        var people = members.findAll(some.stream()
                .flatMap(code -> Stream.concat(code.routing().members().stream(), code.routing().spares().stream()))
                .collect(Collectors.toSet()));
        var places = standings.names(some.stream()
                .flatMap(code -> code.routing().departments().stream())
                .collect(Collectors.toSet()));
        var sums = arrivals.sums(some.stream().map(ChannelCode::id).toList(), day.midnight());
        var aside = asides.all(clock.instant());
        var waiting = members.findAll(aside.keySet());
        return some.stream()
                .map(code -> new Shown(
                        code,
                        path(code.channel(), tree),
                        named(code.routing().members(), people),
                        named(code.routing().spares(), people),
                        placed(code.routing().departments(), places),
                        sums.getOrDefault(code.id(), Sum.NONE),
                        waiting(code, aside, waiting),
                        code.isLive(clock.instant())))
                .collect(Collectors.toMap(one -> one.code().id(), Function.identity()));
    }

    private List<Waiting> waiting(ChannelCode code, Map<MemberId, String> aside, Map<MemberId, Member> people) {
        if (aside.isEmpty()) {
            return List.of();
        }
        var all = code.routing().named();
        all.addAll(standings.below(code.routing().departments()));
        all.retainAll(aside.keySet());
        return named(all, people).stream()
                .map(one -> new Waiting(one, Objects.requireNonNull(aside.get(one.id()))))
                .toList();
    }

    private List<ChannelId> withBelow(ChannelId top) {
        var all = channels.all();
        var found = new ArrayList<>(List.of(top));
        for (int at = 0; at < found.size(); at++) {
            var above = Optional.of(found.get(at));
            all.stream()
                    .filter(one -> one.parent().equals(above))
                    .map(Channel::id)
                    .forEach(found::add);
        }
        return found;
    }

    /** From the top down. */
    private static List<Channel> path(ChannelId id, Map<ChannelId, Channel> tree) {
        var path = new ArrayList<Channel>();
        for (var at = Optional.ofNullable(tree.get(id));
                at.isPresent();
                at = at.get().parent().map(tree::get)) {
            path.addFirst(at.get());
        }
        return path;
    }

    private static List<Member> named(Set<MemberId> ids, Map<MemberId, Member> people) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .sorted(Comparator.comparing(Member::userId))
                .toList();
    }

    private static List<Map.Entry<DepartmentId, String>> placed(
            Set<DepartmentId> ids, Map<DepartmentId, String> names) {
        return ids.stream()
                .map(id -> Map.entry(id, names.getOrDefault(id, "")))
                .sorted(Map.Entry.comparingByValue())
                .toList();
    }

    /**
     * @param department with those below: only codes that lead to somebody there
     * @param quiet only those that nobody has scanned for seven days
     */
    record Search(
            String q, Optional<ChannelId> channel, Optional<DepartmentId> department, boolean retired, boolean quiet) {}

    record Shown(
            ChannelCode code,
            List<Channel> path,
            List<Member> members,
            List<Member> spares,
            List<Map.Entry<DepartmentId, String>> departments,
            Sum sum,
            List<Waiting> waiting,
            boolean live) {

        /** Nobody has scanned it for seven days. */
        boolean quiet(Instant now) {
            return sum.last().filter(at -> at.isAfter(now.minus(QUIET))).isEmpty();
        }
    }

    /** Somebody whom WeCom does not take on the list for now. */
    record Waiting(Member member, String reason) {}
}
