package io.tilth.customer.inheritance;

import io.tilth.customer.FollowEnded;
import io.tilth.customer.GroupChats;
import io.tilth.customer.TransferFailed;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomTransfers;
import io.tilth.wecom.WecomTransfers.Hand;
import io.tilth.wecom.WecomTransfers.Result;
import io.tilth.wecom.WecomTransfers.Started;
import io.tilth.wecom.WecomTransfers.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is noted between one question to WeCom and the next; each step commits for itself. */
@Service
@Transactional
class InheritanceStepService {

    private static final int GROUPS_A_DAY = 300;
    private static final ZoneId PLATFORM = ZoneId.of("Asia/Shanghai");
    private static final Duration NOW_AND_THEN = Duration.ofHours(3);
    private static final Duration WHEN_DUE = Duration.ofMinutes(1);
    private static final Duration WHEN_OVERDUE = Duration.ofMinutes(30);
    private static final int TIMES = 48;

    private final InheritanceRepository inheritances;
    private final ItemRepository items;
    private final Members members;
    private final GroupChats groups;
    private final Live live;
    private final Clock clock;

    InheritanceStepService(
            InheritanceRepository inheritances,
            ItemRepository items,
            Members members,
            GroupChats groups,
            Live live,
            Clock clock) {
        this.inheritances = inheritances;
        this.items = items;
        this.members = members;
        this.groups = groups;
        this.live = live;
        this.clock = clock;
    }

    Optional<Task> find(UUID id) {
        return inheritances
                .find(id)
                .map(one -> new Task(
                        id,
                        one.company(),
                        one.kind(),
                        new Hand(userId(one.from()), userId(one.to())),
                        one.to(),
                        one.message()));
    }

    List<UUID> unfinished() {
        return inheritances.unfinished();
    }

    List<Item> unanswered(UUID id) {
        return items.unanswered(id);
    }

    /** Those that WeCom knows of are on their way; the others are sent again. */
    void found(List<Item> lost, Predicate<Item> known) {
        var now = clock.instant();
        items.update(
                lost.stream().filter(known).map(item -> item.started(0, now)).toList());
        items.giveBack(lost.stream().filter(known.negate()).toList());
    }

    List<Item> take(UUID id, int most) {
        return items.take(id, false, most, clock.instant());
    }

    /** As many as the heir may still get today. */
    List<Item> takeGroups(Task task, int most) {
        int left = GROUPS_A_DAY - items.groupsSentTo(task.heir(), today());
        return left <= 0 ? List.of() : items.take(task.id(), true, Math.min(most, left), clock.instant());
    }

    void giveBack(List<Item> some) {
        items.giveBack(some);
    }

    void started(List<Item> sent, List<Started> answers) {
        var codes = answers.stream().collect(Collectors.toMap(Started::id, Started::code, (one, other) -> one));
        var now = clock.instant();
        items.update(sent.stream()
                .flatMap(item ->
                        Optional.ofNullable(codes.get(item.wecomId())).map(code -> item.started(code, now)).stream())
                .toList());
    }

    void moveGroups(Task task, List<Item> sent) {
        var done = items.findAndLock(task.id(), sent.stream().map(Item::id).toList()).stream()
                .filter(item -> item.state() == Item.State.DONE)
                .flatMap(item -> item.group().stream())
                .toList();
        groups.moved(done, task.heir());
    }

    void fail(List<Item> some, String why) {
        var now = clock.instant();
        items.update(some.stream().map(item -> item.failed(why, now)).toList());
    }

    List<Item> waiting(UUID id) {
        return items.waiting(id);
    }

    void learn(List<Item> waiting, Map<String, Result> results) {
        var now = clock.instant();
        items.update(waiting.stream()
                .flatMap(item -> item.learned(Optional.ofNullable(results.get(item.wecomId())), now).stream())
                .toList());
    }

    /** Of a hand-over that failed for a reason we do not know, WeCom is asked in due course. */
    void hear(TransferFailed news) {
        var state = switch (news.reason()) {
            case "customer_refused" -> State.REFUSED;
            case "customer_limit_exceed" -> State.AT_LIMIT;
            default -> State.NO_RECORD;
        };
        hear(items.waiting(news.customer(), Optional.empty(), Optional.of(news.member())), state);
    }

    /** The customer has gone to the heir: WeCom takes the one who hands over away at that moment. */
    void hear(FollowEnded news) {
        if (news.reason() == FollowEnded.Reason.TRANSFERRED) {
            hear(items.waiting(news.customer(), Optional.of(news.member()), Optional.empty()), State.DONE);
        }
    }

    /** Says how far it has come, and when to go on; empty when nothing is left to be done. */
    Optional<Instant> settle(UUID id) {
        var waiting = items.waiting(id);
        boolean queued = items.counts(List.of(id)).stream().anyMatch(count -> count.state() == Item.State.QUEUED);
        var last = waiting.stream().flatMap(item -> item.effectiveAt().stream()).max(Comparator.naturalOrder());
        var state = queued
                ? Inheritance.State.STARTING
                : waiting.isEmpty() ? Inheritance.State.DONE : Inheritance.State.WAITING;
        inheritances.come(id, state, last);
        tell(id);
        if (queued) {
            return Optional.of(today().plus(Duration.ofDays(1)).plus(WHEN_DUE));
        }
        return waiting.stream()
                .flatMap(item -> item.effectiveAt().stream())
                .min(Comparator.naturalOrder())
                .map(this::lookAgain);
    }

    /** WeCom could not be asked; the pause grows. What it will not hear of at all is given up in the end. */
    Instant stumble(UUID id, WecomRefusal refusal) {
        var one = inheritances.find(id).orElseThrow();
        inheritances.stumble(id, String.valueOf(refusal.code()));
        if (one.attempts() >= TIMES) {
            fail(items.take(id, false, Integer.MAX_VALUE, clock.instant()), String.valueOf(refusal.code()));
            fail(items.take(id, true, Integer.MAX_VALUE, clock.instant()), String.valueOf(refusal.code()));
        }
        tell(id);
        var pause = WHEN_DUE.multipliedBy(1L + one.attempts());
        return clock.instant().plus(pause.compareTo(WHEN_OVERDUE) < 0 ? pause : WHEN_OVERDUE);
    }

    private void hear(List<Item> waiting, State state) {
        learn(
                waiting,
                waiting.stream()
                        .map(item -> new Result(item.wecomId(), state, Optional.empty()))
                        .collect(Collectors.toMap(Result::externalUserId, result -> result, (one, other) -> one)));
        waiting.stream().map(Item::inheritance).distinct().forEach(this::settle);
    }

    /** Now and then while customers may refuse, once when it is due, then often until WeCom says so. */
    private Instant lookAgain(Instant due) {
        var now = clock.instant();
        if (now.isAfter(due)) {
            return now.plus(WHEN_OVERDUE);
        }
        var whenDue = due.plus(WHEN_DUE);
        var soon = now.plus(NOW_AND_THEN);
        return soon.isBefore(whenDue) ? soon : whenDue;
    }

    private Instant today() {
        return clock.instant()
                .atZone(PLATFORM)
                .toLocalDate()
                .atStartOfDay(PLATFORM)
                .toInstant();
    }

    private String userId(MemberId member) {
        return members.find(member).orElseThrow().userId();
    }

    private void tell(UUID id) {
        live.push(Recipient.EVERYBODY, "inheritance", id.toString());
    }

    /** A hand-over as WeCom is asked for it. */
    record Task(UUID id, CompanyId company, WecomTransfers.Kind kind, Hand hand, MemberId heir, String message) {}
}
