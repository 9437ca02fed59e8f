package io.tilth.access.session;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Right;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The session as its browser sees it. */
record Here(
        Who person,
        As account,
        Place place,
        List<String> rights,
        DataScope scope,
        boolean masked,
        @Nullable Support support) {

    static Here of(Entered entered) {
        var person = entered.person();
        var account = entered.account();
        return new Here(
                new Who(person.id().value(), person.login(), person.language(), person.totp()),
                new As(account.id().value(), account.name(), entered.role().name()),
                Place.of(entered.place()),
                entered.rights().stream().sorted().toList(),
                entered.scope(),
                entered.masked(),
                entered.support().map(Support::of).orElse(null));
    }

    record Who(UUID id, String login, String language, boolean totp) {}

    record As(UUID id, String name, String role) {}

    /** @param validUntil null for the house, which no plan limits */
    @Schema(name = "CurrentPlace")
    record Place(
            TenantId tenant,
            String name,
            Right.Place kind,
            Tenants.State state,
            ZoneId timeZone,
            String trade,
            @Nullable Instant validUntil) {

        static Place of(Tenants.Tenant tenant) {
            return new Place(
                    tenant.id(),
                    tenant.name(),
                    Right.Place.of(tenant.id()),
                    tenant.state(),
                    tenant.timeZone(),
                    tenant.trade(),
                    tenant.id().isHouse() ? null : tenant.validUntil());
        }
    }

    record Support(Instant until, String reason) {

        static Support of(Entered.Support support) {
            return new Support(support.visit().until(), support.visit().reason());
        }
    }
}
