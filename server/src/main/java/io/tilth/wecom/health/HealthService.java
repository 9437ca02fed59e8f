package io.tilth.wecom.health;

import io.tilth.kernel.Refusal;
import io.tilth.wecom.CallQuota;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.HealthNotes;
import io.tilth.wecom.ProviderFigures;
import io.tilth.wecom.Syncs;
import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.health.Figures.Hour;
import io.tilth.wecom.health.Figures.LicenceFigures;
import io.tilth.wecom.health.Figures.Shape;
import io.tilth.wecom.health.HealthRepository.Listed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class HealthService {

    private final HealthRepository health;
    private final CallbackAddresses addresses;
    private final CallQuota quota;
    private final ObjectProvider<Syncs> syncs;
    private final ProviderFigures provider;
    private final ObjectProvider<HealthNotes> notes;
    private final WecomSettings settings;
    private final Clock clock;

    HealthService(
            HealthRepository health,
            CallbackAddresses addresses,
            CallQuota quota,
            ObjectProvider<Syncs> syncs,
            ProviderFigures provider,
            ObjectProvider<HealthNotes> notes,
            WecomSettings settings,
            Clock clock) {
        this.health = health;
        this.addresses = addresses;
        this.quota = quota;
        this.syncs = syncs;
        this.provider = provider;
        this.notes = notes;
        this.settings = settings;
        this.clock = clock;
    }

    public Figures of(CompanyId id) {
        var company = health.company(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
        return figures(company, health.hours(id, clock.instant()));
    }

    /** Every company of the tenant that is or was connected. */
    public List<Overview> overview() {
        return health.companies().stream()
                .map(company -> Overview.of(company, figures(company, List.of())))
                .toList();
    }

    private Figures figures(Listed company, List<Hour> hours) {
        var now = clock.instant();
        var licences = company.provider()
                ? provider.licences(company.id())
                        .map(all ->
                                new LicenceFigures(all.active(), all.trial(), all.expired(), all.none(), all.nextEnd()))
                : Optional.<LicenceFigures>empty();
        return new Figures(
                now,
                new Shape(
                        company.state().equals("CONNECTED"), settings.hosted() && company.provider(), company.since()),
                health.tokens(company.id()),
                addresses.traffic(company.id()),
                quota.used(company.id()),
                Optional.ofNullable(syncs.getIfAvailable()).flatMap(all -> all.lastDrift(company.id())),
                licences,
                health.failures(company.id()),
                hours,
                provider.ticketAt(),
                notes.stream()
                        .flatMap(one -> one.of(company.id()).stream())
                        .map(Finding::of)
                        .toList());
    }
}
