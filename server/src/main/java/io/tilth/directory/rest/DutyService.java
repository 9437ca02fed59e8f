package io.tilth.directory.rest;

import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.directory.VisibleMembers;
import io.tilth.directory.rest.Duty.Shift;
import io.tilth.directory.rest.DutyRepository.Chosen;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say of when members work, and who stands in for them. */
@Service
@Transactional
class DutyService {

    private final DutyRepository duties;
    private final RestService rests;
    private final Members members;
    private final VisibleMembers visible;
    private final Audit audit;
    private final Clock clock;

    DutyService(
            DutyRepository duties,
            RestService rests,
            Members members,
            VisibleMembers visible,
            Audit audit,
            Clock clock) {
        this.duties = duties;
        this.rests = rests;
        this.members = members;
        this.visible = visible;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public MemberDuty get(MemberId id) {
        return view(see(id));
    }

    /** Of whoever calls; empty for who is no member. */
    @Transactional(readOnly = true)
    public List<MemberDuty> own() {
        return Caller.current().members().stream()
                .sorted()
                .flatMap(member -> members.find(new MemberId(member)).stream())
                .map(this::view)
                .toList();
    }

    public MemberDuty change(MemberId id, @Nullable MemberId spare, List<Shift> shifts, int version) {
        var member = see(id);
        var chosen = Optional.ofNullable(spare);
        Refusal.unless(chosen.filter(id::equals).isEmpty(), "spare-of-oneself");
        Refusal.unless(
                chosen.isEmpty()
                        || chosen.flatMap(members::find).filter(Member::here).isPresent(),
                "spare-left");
        if (!duties.choose(id, new Chosen(chosen, version))) {
            throw Refusal.stale(view(member));
        }
        duties.setShifts(id, shifts);
        audit.note("member.duty-changed", Subject.of("member", id.value(), member.name()));
        return view(member);
    }

    public MemberDuty rest(MemberId id, boolean resting) {
        var member = see(id);
        rests.rest(id, resting);
        note(member, resting);
        return view(member);
    }

    public List<MemberDuty> restMyself(boolean resting) {
        for (var duty : own()) {
            rests.rest(duty.member().id(), resting);
            note(members.find(duty.member().id()).orElseThrow(), resting);
        }
        return own();
    }

    private void note(Member member, boolean resting) {
        var subject = Subject.of("member", member.id().value(), member.name());
        audit.note("member.rest-changed", subject, Map.of("resting", resting));
    }

    private Member see(MemberId id) {
        return members.find(id)
                .filter(member ->
                        visible.ofCaller().map(seen -> seen.contains(id)).orElse(true))
                .orElseThrow(() -> Refusal.notFound("member-not-found"));
    }

    private MemberDuty view(Member member) {
        var chosen = duties.chosen(member.id()).orElse(new Chosen(Optional.empty(), 0));
        var back = rests.backAt(List.of(member.id()), clock.instant()).get(member.id());
        return new MemberDuty(
                new MemberDuty.OnDuty(member.id(), member.name()),
                rests.restsToday(member.id()),
                back,
                chosen.spare()
                        .flatMap(members::find)
                        .map(spare -> new MemberDuty.OnDuty(spare.id(), spare.name()))
                        .orElse(null),
                duties.shifts(List.of(member.id())).getOrDefault(member.id(), List.of()).stream()
                        .map(MemberDuty.Shifted::of)
                        .toList(),
                chosen.version());
    }
}
