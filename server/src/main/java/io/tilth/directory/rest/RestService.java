package io.tilth.directory.rest;

import io.tilth.directory.MemberId;
import io.tilth.directory.Rests;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms who works now, and who takes over from whom. */
@Service
@Transactional
class RestService implements Rests {

    private final DutyRepository duties;
    private final Tenants tenants;
    private final Clock clock;

    RestService(DutyRepository duties, Tenants tenants, Clock clock) {
        this.duties = duties;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<MemberId> resting(Collection<MemberId> members, Instant at) {
        return Set.copyOf(backAt(members, at).keySet());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<MemberId, Instant> backAt(Collection<MemberId> members, Instant at) {
        var zone = tenants.zone();
        var local = at.atZone(zone).toLocalDateTime();
        var back = new HashMap<MemberId, Instant>();
        of(members, local.toLocalDate()).forEach((member, duty) -> {
            if (!duty.worksAt(local)) {
                back.put(member, duty.nextWork(local).atZone(zone).toInstant());
            }
        });
        return back;
    }

    @Override
    public void rest(MemberId member, boolean resting) {
        if (resting) {
            duties.rest(member, today(), clock.instant());
        } else {
            duties.work(member, today());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MemberId> spare(MemberId member) {
        return duties.spare(member);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MemberId> manager(MemberId member) {
        return duties.manager(member);
    }

    @Transactional(readOnly = true)
    public boolean restsToday(MemberId member) {
        return of(List.of(member), today())
                .getOrDefault(member, Duty.ALWAYS)
                .rests()
                .contains(today());
    }

    private LocalDate today() {
        return clock.instant().atZone(tenants.zone()).toLocalDate();
    }

    /** Of those who have said anything; the others always work. */
    private Map<MemberId, Duty> of(Collection<MemberId> members, LocalDate from) {
        if (members.isEmpty()) {
            return Map.of();
        }
        var rests = duties.rests(members, from);
        var shifts = duties.shifts(members);
        var of = new HashMap<MemberId, Duty>();
        for (var member : Set.copyOf(members)) {
            if (rests.containsKey(member) || shifts.containsKey(member)) {
                of.put(member, new Duty(shifts.getOrDefault(member, List.of()), rests.getOrDefault(member, Set.of())));
            }
        }
        return of;
    }
}
