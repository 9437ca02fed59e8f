package io.tilth.access.support;

import io.tilth.access.SupportDoor;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's side: asks to come in, and comes in once allowed. */
@RestController
@RequestMapping("/api/v1/operator/tenants/{id}")
class OperatorSupportController {

    private final SupportService requests;
    private final SupportDoor door;
    private final TenantVisits visits;
    private final Tenants tenants;

    OperatorSupportController(SupportService requests, SupportDoor door, TenantVisits visits, Tenants tenants) {
        this.requests = requests;
        this.door = door;
        this.visits = visits;
        this.tenants = tenants;
    }

    @Needs("support:ask")
    @GetMapping("/support-requests")
    List<ListedSupportRequest> newest(@PathVariable TenantId id) {
        return visits.look(company(id), "support-requests", requests::newest);
    }

    @Needs("support:ask")
    @PostMapping("/support-requests")
    @ResponseStatus(HttpStatus.CREATED)
    ListedSupportRequest ask(@PathVariable TenantId id, @Valid @RequestBody NewSupportRequest request) {
        return visits.visit(company(id), request.reason(), () -> requests.ask(request.reason()));
    }

    @Needs("support:ask")
    @PostMapping("/support-visits")
    Object enter(@PathVariable TenantId id, HttpServletRequest request) {
        var allowed = visits.visit(company(id), "support-visit", requests::enter);
        return door.enter(request, id, allowed);
    }

    private TenantId company(TenantId id) {
        return tenants.find(id)
                .map(Tenants.Tenant::id)
                .filter(tenant -> !tenant.isHouse())
                .orElseThrow(() -> Refusal.notFound("tenant-not-found"));
    }

    record NewSupportRequest(@NotBlank @Size(max = 200) String reason) {}
}
