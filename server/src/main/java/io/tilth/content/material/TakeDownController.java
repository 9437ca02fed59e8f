package io.tilth.content.material;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials.State;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.function.Supplier;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator of the service takes a single page down, and gives it back; both trails keep who and why. */
@RestController
@RequestMapping("/api/v1/operator/tenants/{tenant}/materials")
@Needs("material:take-down")
class TakeDownController {

    private final ReadingService reading;
    private final PublishingService publishing;
    private final TenantVisits visits;
    private final Tenants tenants;

    TakeDownController(ReadingService reading, PublishingService publishing, TenantVisits visits, Tenants tenants) {
        this.reading = reading;
        this.publishing = publishing;
        this.visits = visits;
        this.tenants = tenants;
    }

    /** What the company's customers can read, or what was taken down. */
    @GetMapping
    Page<ListedMaterial> list(
            @PathVariable TenantId tenant,
            @RequestParam(defaultValue = "") @Size(max = 60) String q,
            @RequestParam(defaultValue = "PUBLISHED") State state,
            @ParameterObject Paging paging) {
        var filter = new MaterialFilter(q, null, null, state == State.TAKEN_DOWN ? state : State.PUBLISHED);
        return visits.look(company(tenant), "materials", () -> reading.list(filter, paging));
    }

    @PostMapping("/{id}/take-down")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeDown(@PathVariable TenantId tenant, @PathVariable MaterialId id, @Valid @RequestBody TakenDown request) {
        visit(tenant, () -> {
            publishing.takeDown(id, request.reason());
            return true;
        });
    }

    @PostMapping("/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable TenantId tenant, @PathVariable MaterialId id) {
        visit(tenant, () -> {
            publishing.restore(id);
            return true;
        });
    }

    private void visit(TenantId tenant, Supplier<Boolean> work) {
        visits.visit(company(tenant), "material", work);
    }

    private TenantId company(TenantId id) {
        return tenants.find(id).map(Tenants.Tenant::id).orElseThrow(() -> Refusal.notFound("tenant-not-found"));
    }

    record TakenDown(@NotBlank @Size(max = 200) String reason) {}
}
