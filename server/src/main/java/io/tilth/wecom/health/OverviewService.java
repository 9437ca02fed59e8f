package io.tilth.wecom.health;

import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ProviderFigures;
import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.health.OverviewRepository.Line;
import io.tilth.wecom.health.OverviewRepository.Place;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All companies of all tenants, for the operator. */
@Service
@Transactional
class OverviewService {

    private final OverviewRepository lines;
    private final HealthService health;
    private final ProviderFigures provider;
    private final Tenants tenants;
    private final WecomSettings settings;
    private final Clock clock;

    OverviewService(
            OverviewRepository lines,
            HealthService health,
            ProviderFigures provider,
            Tenants tenants,
            WecomSettings settings,
            Clock clock) {
        this.lines = lines;
        this.health = health;
        this.provider = provider;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes down how the companies of the current tenant fare. */
    public void refresh() {
        var tenant = TenantScope.current();
        var now = clock.instant();
        health.overview().forEach(line -> lines.keep(tenant, line, now));
    }

    public void forget(TenantId tenant) {
        lines.forget(tenant);
    }

    @Transactional(readOnly = true)
    public WecomOverview page(boolean troubleOnly, Paging paging) {
        var rows =
                lines.after(paging.after().map(OverviewService::place).orElse(Place.START), troubleOnly, paging.rows());
        var page = Page.of(rows, paging, OverviewService::position);
        return new WecomOverview(ticket(), page.items().stream().map(this::row).toList(), page.next());
    }

    private Optional<SuiteTicket> ticket() {
        if (!settings.hosted()) {
            return Optional.empty();
        }
        var at = provider.ticketAt();
        return Optional.of(new SuiteTicket(at, Figures.isLate(at, clock.instant())));
    }

    private WecomOverviewRow row(Line line) {
        var one = line.overview();
        var name = tenants.find(line.tenant()).map(Tenants.Tenant::name).orElse("");
        return new WecomOverviewRow(
                new TenantName(line.tenant(), name),
                new CompanyName(one.company(), one.name()),
                one.state(),
                one.lastCallbackAt(),
                one.lagMs(),
                one.waiting(),
                one.failed(),
                one.token(),
                one.quotaUsedPercent(),
                one.driftAt(),
                one.driftCount(),
                one.licencesExpireAt());
    }

    private static String position(Line line) {
        return line.tenant().value() + "|" + line.overview().company().value();
    }

    private static Place place(String position) {
        var parts = position.split("\\|", 2);
        try {
            return new Place(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    /** @param suite null where companies use apps of their own */
    record WecomOverview(
            Optional<SuiteTicket> suite,
            List<WecomOverviewRow> items,
            @Nullable String next) {}

    /** @param late whether it is older than 20 minutes, which stops every company before long */
    record SuiteTicket(Optional<Instant> ticketAt, boolean late) {}

    record TenantName(TenantId id, String name) {}

    record CompanyName(CompanyId id, String name) {}

    record WecomOverviewRow(
            TenantName tenant,
            CompanyName company,
            String state,
            Optional<Instant> lastCallbackAt,
            long lagMs,
            long waiting,
            long failed,
            Figures.State token,
            int quotaUsedPercent,
            Optional<Instant> driftAt,
            Optional<Integer> driftCount,
            Optional<Instant> licencesExpireAt) {}
}
