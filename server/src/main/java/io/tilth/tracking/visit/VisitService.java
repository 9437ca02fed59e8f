package io.tilth.tracking.visit;

import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.kernel.TenantId;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.DueRepository.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes visits of what pages told. */
@Service
@Transactional
class VisitService {

    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
    private static final Duration STRANGERS_KEPT = Duration.ofDays(90);

    private final DueRepository due;
    private final VisitRepository visits;
    private final Openings openings;
    private final Shares shares;
    private final Visitors visitors;
    private final Materials materials;
    private final VisitTeller teller;
    private final Clock clock;

    VisitService(
            DueRepository due,
            VisitRepository visits,
            Openings openings,
            Shares shares,
            Visitors visitors,
            Materials materials,
            VisitTeller teller,
            Clock clock) {
        this.due = due;
        this.visits = visits;
        this.openings = openings;
        this.shares = shares;
        this.visitors = visitors;
        this.materials = materials;
        this.teller = teller;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TenantId> waiting() {
        return due.waiting(clock.instant());
    }

    /** Whether there may be more. */
    public boolean workOff(int most) {
        var taken = due.take(clock.instant(), most);
        if (taken.isEmpty()) {
            return false;
        }
        // In one order by all workers, so that none waits for another in a circle.
        var wanted = new TreeMap<String, Due>();
        taken.forEach(one -> wanted.merge(one.visit().value().toString(), one, Due::and));
        due.hold(wanted.values().stream().map(Due::visit).toList());
        workOff(wanted.values());
        return taken.size() == most;
    }

    public void putOffFirst() {
        var now = clock.instant();
        due.putOffFirst(now, now.plus(TRY_AGAIN));
    }

    private void workOff(Collection<Due> wanted) {
        var now = clock.instant();
        var matters = matters(wanted);
        var known = visits.findAll(
                matters.stream().map(matter -> matter.due().visit()).toList());
        var begun = openings.open(
                matters.stream()
                        .filter(matter -> !known.containsKey(matter.due().visit())
                                && matter.reading().counts())
                        .toList(),
                now);
        var moves = matters.stream()
                .flatMap(matter -> Stream.ofNullable(known.getOrDefault(
                                matter.due().visit(), begun.get(matter.due().visit())))
                        .flatMap(visit -> move(matter, visit, now).stream()))
                .toList();
        var news = moves.stream().filter(Move::isNews).toList();
        visits.store(news.stream().map(Move::visit).toList());
        news.forEach(move -> teller.tell(credited(move, now), move.fresh(), move.matter(), now));
        due.add(moves.stream()
                .filter(move -> move.askAgain().isPresent())
                .collect(Collectors.toMap(
                        move -> move.matter().due().ending(),
                        move -> move.askAgain().orElseThrow())));
    }

    /** Without what is gone meanwhile, and without colleagues, who never count. */
    private List<Matter> matters(Collection<Due> wanted) {
        var readings = due.readings(wanted.stream().map(Due::visit).toList());
        var sent = shares.findAll(wanted.stream().map(Due::share).distinct().toList());
        var readers =
                visitors.findAll(wanted.stream().map(Due::visitor).distinct().toList());
        var about = materials.findAll(
                sent.values().stream().map(Sent::material).distinct().toList());
        var matters = new ArrayList<Matter>();
        for (var one : wanted) {
            var share = sent.get(one.share());
            var visitor = readers.get(one.visitor());
            var reading = readings.get(one.visit());
            if (share != null
                    && visitor != null
                    && reading != null
                    && visitor.colleague().isEmpty()) {
                matters.add(new Matter(one, share, visitor, Optional.ofNullable(about.get(share.material())), reading));
            }
        }
        return matters;
    }

    /**
     * What became of a visit.
     *
     * @param before as it was; the same as {@code visit} when nothing is new
     * @param askAgain when to ask whether it is over, unless that is on its way already
     */
    private record Move(Matter matter, Visit before, Visit visit, Optional<Instant> askAgain) {

        boolean isNews() {
            return visit != before;
        }

        boolean isOver() {
            return visit.endedAt().isPresent();
        }

        /** What nobody has been told of yet. */
        Set<Deed> fresh() {
            var fresh = EnumSet.copyOf(visit.told());
            fresh.removeAll(before.told());
            return fresh;
        }
    }

    /** Empty when there is nothing to do about it. */
    private static Optional<Move> move(Matter matter, Visit visit, Instant now) {
        boolean begins = visit.told().isEmpty() || visit.endedAt().isPresent();
        boolean news = visit.told().isEmpty()
                || matter.reading().last().isAfter(visit.progress().lastAt())
                || matter.reading().seconds() > visit.progress().seconds()
                || !visit.told().containsAll(matter.deeds());
        boolean asked = matter.due().ends();
        if (news) {
            var heard = visit.heard(matter.reading(), matter.deeds(), now);
            var again = begins || asked ? Optional.of(now.plus(Visit.SILENCE)) : Optional.<Instant>empty();
            return Optional.of(new Move(matter, visit, heard, again));
        }
        if (!asked || visit.endedAt().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                visit.isSilent(now)
                        ? new Move(matter, visit, visit.ended(now), Optional.empty())
                        : new Move(
                                matter,
                                visit,
                                visit,
                                Optional.of(visit.heardAt().plus(Visit.SILENCE))));
    }

    /** Once in its life: whoever handed the link on hears that somebody really read it. */
    private Visit credited(Move move, Instant now) {
        boolean isTime = !move.isOver()
                && move.matter().reading().isReadByAnother()
                && !move.before().told().contains(Deed.FORWARD_READ);
        var giver = isTime ? giver(move.visit()) : Optional.<Visit>empty();
        if (giver.isEmpty()) {
            return move.visit();
        }
        var visit = move.visit().also(Deed.FORWARD_READ);
        visits.store(List.of(visit));
        teller.handedOn(giver.get(), visit, move.matter(), now);
        return visit;
    }

    /** What is long past: it counts and is shown, but wakes nobody. */
    List<VisitMoved> remember(Matter matter) {
        var at = matter.reading().last();
        var visit = Objects.requireNonNull(
                        openings.open(List.of(matter), at).get(matter.due().visit()))
                .heard(matter.reading(), matter.deeds(), at);
        var from = matter.reading().isReadByAnother() ? giver(visit) : Optional.<Visit>empty();
        var done = (from.isPresent() ? visit.also(Deed.FORWARD_READ) : visit).ended(at.plus(Visit.SILENCE));
        visits.store(List.of(done));
        var news = new ArrayList<>(teller.remember(done, matter));
        from.ifPresent(giver -> news.add(teller.credit(giver, done, matter, at)));
        return news;
    }

    /** The visit of whoever handed the link on, when they are known and somebody else. */
    private Optional<Visit> giver(Visit visit) {
        return visit.via()
                .flatMap(visits::ofHop)
                .filter(from -> from.reader().isPresent())
                .filter(from -> !from.reader().equals(visit.reader()));
    }

    /** These devices are the customer's: what they read is, too, and whoever was thought to be it is not. */
    void correct(Set<VisitorId> devices, CustomerId customer) {
        var now = clock.instant();
        var wrong = visits.notYetOf(customer, devices);
        var sent = shares.findAll(wrong.stream().map(Visit::share).distinct().toList());
        var about =
                materials.findAll(wrong.stream().map(Visit::material).distinct().toList());
        var right = wrong.stream().map(visit -> visit.readBy(customer)).toList();
        visits.store(right);
        right.forEach(visit -> Optional.ofNullable(sent.get(visit.share()))
                .ifPresent(
                        share -> teller.correct(visit, share, Optional.ofNullable(about.get(visit.material())), now)));
    }

    void move(CustomerId gone, CustomerId into) {
        visits.move(gone, into);
    }

    void forgetStrangers() {
        visits.forgetStrangers(clock.instant().minus(STRANGERS_KEPT));
    }

    /** What there is to work off. */
    record Matter(Due due, Sent share, Visitor visitor, Optional<Material> material, Reading reading) {

        boolean priced() {
            return material.map(Material::priced).orElse(false);
        }

        Set<Deed> deeds() {
            return reading.deeds(priced(), material.map(Matter::hasEnd).orElse(false));
        }

        private static boolean hasEnd(Material material) {
            return material.kind() == Materials.Kind.ARTICLE || material.kind() == Materials.Kind.DOCUMENT;
        }
    }
}
