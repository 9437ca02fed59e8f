package io.tilth.directory.rest;

import io.tilth.directory.MemberId;
import io.tilth.directory.rest.MemberDuty.Shifted;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DutyController {

    private final DutyService duties;

    DutyController(DutyService duties) {
        this.duties = duties;
    }

    @Needs("member:read")
    @GetMapping("/api/v1/members/{id}/duty")
    MemberDuty get(@PathVariable MemberId id) {
        return duties.get(id);
    }

    @Needs("member:write")
    @PutMapping("/api/v1/members/{id}/duty")
    MemberDuty change(@PathVariable MemberId id, @Valid @RequestBody ChangedDuty request) {
        return duties.change(
                id,
                request.spareId(),
                request.shifts().stream().map(Shifted::shift).toList(),
                request.version());
    }

    @Needs("member:write")
    @PutMapping("/api/v1/members/{id}/rest")
    MemberDuty rest(@PathVariable MemberId id, @Valid @RequestBody RestToday request) {
        return duties.rest(id, request.resting());
    }

    /** One for each WeCom company in which the caller is a member. */
    @Needs
    @GetMapping("/api/v1/me/duty")
    List<MemberDuty> own() {
        return duties.own();
    }

    @Needs
    @PutMapping("/api/v1/me/rest")
    List<MemberDuty> restMyself(@Valid @RequestBody RestToday request) {
        return duties.restMyself(request.resting());
    }

    record ChangedDuty(
            @Nullable MemberId spareId,
            @NotNull @Size(max = 21) List<@Valid @NotNull Shifted> shifts,
            @NotNull Integer version) {}

    record RestToday(@NotNull Boolean resting) {}
}
