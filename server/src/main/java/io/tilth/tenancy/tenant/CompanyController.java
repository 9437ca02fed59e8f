package io.tilth.tenancy.tenant;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Needs;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.tenant.Tenant.Profile;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A company looks at itself. */
@RestController
@RequestMapping("/api/v1/company")
class CompanyController {

    private final TenantService tenants;

    CompanyController(TenantService tenants) {
        this.tenants = tenants;
    }

    @Needs("company:read")
    @GetMapping
    Company get() {
        return Company.of(tenants.get(self()));
    }

    @Needs("company:write")
    @PutMapping
    Company change(@Valid @RequestBody ChangedCompany request) {
        var profile = new Profile(request.name(), request.trade(), request.timeZone());
        return Company.of(tenants.change(self(), request.version(), profile, Company::of));
    }

    @Needs("company:close")
    @PostMapping("/close")
    Company close(@Valid @RequestBody TypedName request) {
        return Company.of(tenants.close(self(), request.name()));
    }

    @Needs("company:close")
    @PostMapping("/keep")
    Company keep() {
        return Company.of(tenants.keep(self()));
    }

    private static TenantId self() {
        return Caller.current().tenant();
    }

    /** What a company sees of its own entry; who looks after it is the operator's business. */
    record Company(
            String name,
            Trade trade,
            ZoneId timeZone,
            State state,
            Plan plan,
            Instant validUntil,
            Optional<Instant> closesAt,
            int version) {

        static Company of(Tenant tenant) {
            return new Company(
                    tenant.name(),
                    tenant.trade(),
                    tenant.timeZone(),
                    tenant.state(),
                    tenant.plan(),
                    tenant.validUntil(),
                    tenant.closesAt(),
                    tenant.version());
        }
    }

    record ChangedCompany(
            @NotBlank @Size(max = Tenant.LONGEST_NAME) String name,
            @NotNull Trade trade,
            @NotNull ZoneId timeZone,
            @Positive int version) {}
}
