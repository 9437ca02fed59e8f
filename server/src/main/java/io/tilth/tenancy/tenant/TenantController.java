package io.tilth.tenancy.tenant;

import static org.springframework.http.HttpStatus.CREATED;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.tenant.Tenant.Profile;
import io.tilth.tenancy.tenant.Tenant.Terms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's list of companies, and what can be done with each. */
@RestController
@RequestMapping("/api/v1/operator/tenants")
class TenantController {

    private final TenantService tenants;

    TenantController(TenantService tenants) {
        this.tenants = tenants;
    }

    @Needs("tenant:read")
    @GetMapping
    Page<Tenant> list(@ParameterObject TenantQuery query, @ParameterObject Paging paging) {
        return tenants.list(query, paging);
    }

    @Needs("tenant:read")
    @GetMapping("/{id}")
    Tenant get(@PathVariable TenantId id) {
        return tenants.get(id);
    }

    @Needs("tenant:write")
    @PostMapping
    @ResponseStatus(CREATED)
    Tenant open(@Valid @RequestBody NewTenant request) {
        return tenants.open(
                new Profile(request.name(), request.trade(), request.timeZone()),
                new Terms(request.plan(), request.validUntil(), Optional.ofNullable(request.ownerId())));
    }

    @Needs("tenant:write")
    @PutMapping("/{id}")
    Tenant change(@PathVariable TenantId id, @Valid @RequestBody ChangedTenant request) {
        return tenants.change(
                id,
                request.version(),
                new Profile(request.name(), request.trade(), request.timeZone()),
                new Terms(request.plan(), request.validUntil(), Optional.ofNullable(request.ownerId())));
    }

    @Needs("tenant:write")
    @PostMapping("/{id}/suspend")
    Tenant suspend(@PathVariable TenantId id, @Valid @RequestBody Reason request) {
        return tenants.suspend(id, request.reason());
    }

    @Needs("tenant:write")
    @PostMapping("/{id}/resume")
    Tenant resume(@PathVariable TenantId id) {
        return tenants.resume(id);
    }

    @Needs("tenant:close")
    @PostMapping("/{id}/close")
    Tenant close(@PathVariable TenantId id, @Valid @RequestBody TypedName request) {
        return tenants.close(id, request.name());
    }

    @Needs("tenant:close")
    @PostMapping("/{id}/keep")
    Tenant keep(@PathVariable TenantId id) {
        return tenants.keep(id);
    }

    @Needs("tenant:write")
    @PostMapping("/extend")
    Extended extend(@Valid @RequestBody Extension request) {
        var extended = tenants.extend(request.tenants(), request.days());
        return new Extended(
                extended.size(),
                extended.stream()
                        .map(tenant -> new NewDate(tenant.id(), tenant.validUntil()))
                        .toList());
    }

    record NewTenant(
            @NotBlank @Size(max = Tenant.LONGEST_NAME) String name,
            @NotNull Trade trade,
            @NotNull ZoneId timeZone,
            @NotNull Plan plan,
            @NotNull Instant validUntil,
            @Nullable UUID ownerId) {}

    record ChangedTenant(
            @NotBlank @Size(max = Tenant.LONGEST_NAME) String name,
            @NotNull Trade trade,
            @NotNull ZoneId timeZone,
            @NotNull Plan plan,
            @NotNull Instant validUntil,
            @Nullable UUID ownerId,
            @Positive int version) {}

    record Reason(@NotBlank @Size(max = 200) String reason) {}

    record Extension(
            @NotEmpty @Size(max = 500) Set<@NotNull TenantId> tenants,
            @Positive @Max(3660) int days) {}

    record Extended(int extended, List<NewDate> tenants) {}

    record NewDate(TenantId id, Instant validUntil) {}
}
