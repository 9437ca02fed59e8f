package io.tilth.access.link;

import io.tilth.access.Links.Issued;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who was invited and has yet to come. */
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationController {

    private final LinkService links;
    private final Roles roles;

    InvitationController(LinkService links, Roles roles) {
        this.links = links;
        this.roles = roles;
    }

    @Needs("account:read")
    @GetMapping
    List<Invitation> waiting() {
        return links.invitations().stream().map(this::shown).toList();
    }

    @Needs("account:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Issued invite(@Valid @RequestBody NewInvitation request) {
        return links.invite(request.name(), request.roleId());
    }

    @Needs("account:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        links.revoke(id);
    }

    private Invitation shown(Link link) {
        var role = new InvitedRole(link.role(), roles.get(link.role()).name());
        return new Invitation(link.id(), link.name(), role, link.createdAt(), link.expiresAt());
    }

    record NewInvitation(
            @NotBlank @Size(max = 30) String name, @NotNull RoleId roleId) {}

    record Invitation(UUID id, String name, InvitedRole role, Instant createdAt, Instant expiresAt) {}

    record InvitedRole(RoleId id, String name) {}
}
