package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/members")
class MemberController {

    private final MemberDeskService members;

    MemberController(MemberDeskService members) {
        this.members = members;
    }

    @Needs("member:read")
    @GetMapping
    Page<ListedMember> search(@Valid @ParameterObject MemberFilter filter, @ParameterObject Paging paging) {
        return members.search(filter, paging);
    }

    @Needs("member:read")
    @GetMapping("/{id}")
    ListedMember get(@PathVariable MemberId id) {
        return members.get(id);
    }

    @Needs("member:write")
    @PutMapping("/{id}")
    ListedMember change(@PathVariable MemberId id, @Valid @RequestBody ChangedMember request) {
        return members.change(id, request.displayName(), request.phone(), request.version());
    }

    record ChangedMember(
            @Nullable @Size(max = 30) String displayName,

            @Nullable @Size(max = 20) @Pattern(regexp = "[0-9+ ()-]*")
            String phone,

            @NotNull Integer version) {}
}
