package io.tilth.access.account;

import io.tilth.access.Links;
import io.tilth.access.Roles;
import io.tilth.access.account.AccountController.OneTimeLink;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator invites a company's first administrator, or another one when all have left. */
@RestController
class AdministratorInvitationController {

    private final TenantVisits visits;
    private final Tenants tenants;
    private final Roles roles;
    private final Links links;

    AdministratorInvitationController(TenantVisits visits, Tenants tenants, Roles roles, Links links) {
        this.visits = visits;
        this.tenants = tenants;
        this.roles = roles;
        this.links = links;
    }

    @Needs("tenant:write")
    @PostMapping("/api/v1/operator/tenants/{id}/admin-invitations")
    @ResponseStatus(HttpStatus.CREATED)
    OneTimeLink invite(@PathVariable TenantId id, @Valid @RequestBody NewAdministrator request) {
        tenants.find(id)
                .filter(tenant -> !tenant.id().isHouse())
                .orElseThrow(() -> Refusal.notFound("tenant-not-found"));
        var issued = visits.visit(id, "admin-invitation", () -> links.invite(request.name(), roles.administrator()));
        return OneTimeLink.of(issued);
    }

    record NewAdministrator(@NotBlank @Size(max = 30) String name) {}
}
