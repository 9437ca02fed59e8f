package io.tilth.tracking.visit;

import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.customer.Visitors.Visitor;
import io.tilth.kernel.TenantId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Sent;
import io.tilth.tracking.Shares.Way;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final HopRepository hops;
    private final Shares shares;
    private final Visitors visitors;
    private final Materials materials;
    private final VisitTeller teller;
    private final Clock clock;

    VisitService(
            DueRepository due,
            VisitRepository visits,
            HopRepository hops,
            Shares shares,
            Visitors visitors,
            Materials materials,
            VisitTeller teller,
            Clock clock) {
        this.due = due;
        this.visits = visits;
        this.hops = hops;
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
        var ids = wanted.stream().map(Due::visit).toList();
        var before = visits.findAll(ids);
        var readings = due.readings(ids);
        var sent = shares.findAll(wanted.stream().map(Due::share).distinct().toList());
        var known =
                visitors.findAll(wanted.stream().map(Due::visitor).distinct().toList());
        var about = materials.findAll(
                sent.values().stream().map(Sent::material).distinct().toList());
        for (var one : wanted) {
            var share = sent.get(one.share());
            var visitor = known.get(one.visitor());
            var reading = readings.get(one.visit());
            if (share == null
                    || visitor == null
                    || reading == null
                    || visitor.colleague().isPresent()) {
                continue; // gone meanwhile, or a colleague, who never counts
            }
            var material = Optional.ofNullable(about.get(share.material()));
            work(new Matter(one, share, visitor, material, reading), Optional.ofNullable(before.get(one.visit())));
        }
    }

    private void work(Matter matter, Optional<Visit> before) {
        var now = clock.instant();
        if (before.isEmpty()) {
            if (matter.reading().counts()) {
                follow(matter, open(matter, now), Set.of(), now);
            }
            return;
        }
        var visit = before.get();
        boolean news = matter.reading().last().isAfter(visit.progress().lastAt())
                || matter.reading().seconds() > visit.progress().seconds()
                || !visit.told().containsAll(matter.deeds());
        if (news) {
            follow(matter, visit, visit.told(), now);
        } else if (matter.due().ends() && visit.endedAt().isEmpty()) {
            endOrWait(matter, visit, now);
        }
    }

    /** Takes in what is new, and says what somebody may want to know. */
    private void follow(Matter matter, Visit visit, Set<Deed> told, Instant now) {
        boolean watched =
                !told.isEmpty() && visit.endedAt().isEmpty() && !matter.due().ends();
        var heard = visit.heard(matter.reading(), matter.deeds(), now);
        if (matter.reading().isReadByAnother() && !told.contains(Deed.FORWARD_READ)) {
            var giver = giver(heard);
            if (giver.isPresent()) {
                heard = heard.also(Deed.FORWARD_READ);
                visits.store(heard);
                teller.handedOn(giver.get(), heard, matter, now);
            }
        }
        visits.store(heard);
        var fresh = EnumSet.copyOf(heard.told());
        fresh.removeAll(told);
        fresh.remove(Deed.FORWARD_READ);
        teller.tell(heard, fresh, matter, now);
        if (!watched) {
            due.add(matter.due().ending(), now.plus(Visit.SILENCE));
        }
    }

    /** What is long past: it counts and is shown, but wakes nobody. */
    List<VisitMoved> remember(Matter matter) {
        var at = matter.reading().last();
        var visit = open(matter, at).heard(matter.reading(), matter.deeds(), at);
        var from = matter.reading().isReadByAnother() ? giver(visit) : Optional.<Visit>empty();
        var done = (from.isPresent() ? visit.also(Deed.FORWARD_READ) : visit).ended(at.plus(Visit.SILENCE));
        visits.store(done);
        var news = new ArrayList<>(teller.remember(done, matter));
        from.ifPresent(giver -> news.add(teller.credit(giver, done, matter, at)));
        return news;
    }

    private void endOrWait(Matter matter, Visit visit, Instant now) {
        if (!visit.isSilent(now)) {
            due.add(matter.due(), visit.heardAt().plus(Visit.SILENCE));
            return;
        }
        var ended = visit.ended(now);
        visits.store(ended);
        teller.tell(ended, Set.of(Deed.ENDED), matter, now);
    }

    private Visit open(Matter matter, Instant now) {
        var share = matter.share();
        var hop = hops.findAll(List.of(matter.due().hop())).stream().findFirst();
        var via = hop.flatMap(Hop::via);
        var who = who(matter, via.isPresent());
        return new Visit(
                matter.due().visit(),
                share.id(),
                share.material(),
                share.sender(),
                matter.visitor().id(),
                matter.due().hop(),
                via,
                who.certainty(),
                who.reader(),
                matter.reading().first(),
                Visit.Progress.of(matter.reading()),
                Set.of(),
                visits.lastRead(
                        who.reader(),
                        matter.visitor().id(),
                        share.material(),
                        matter.due().visit()),
                now,
                Optional.empty());
    }

    /** Only WeChat says for sure. On a link for one person, the first device probably is theirs. */
    private Who who(Matter matter, boolean forwarded) {
        var share = matter.share();
        boolean first = visits.isFirst(share.id(), matter.visitor().id());
        var known = matter.visitor().customer();
        if (known.isPresent()) {
            return new Who(Certainty.SELF, known);
        }
        boolean forOne = share.way() == Way.ONE_TO_ONE || share.way() == Way.WELCOME;
        return forOne && first && !forwarded && share.meant().isPresent()
                ? new Who(Certainty.LIKELY, share.meant())
                : new Who(Certainty.VISITOR, Optional.empty());
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
        for (var visit : wrong) {
            var right = visit.readBy(customer);
            visits.store(right);
            Optional.ofNullable(sent.get(visit.share()))
                    .ifPresent(share ->
                            teller.correct(right, share, Optional.ofNullable(about.get(visit.material())), now));
        }
    }

    void move(CustomerId gone, CustomerId into) {
        visits.move(gone, into);
    }

    void forgetStrangers() {
        visits.forgetStrangers(clock.instant().minus(STRANGERS_KEPT));
    }

    private record Who(Certainty certainty, Optional<CustomerId> reader) {}

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
