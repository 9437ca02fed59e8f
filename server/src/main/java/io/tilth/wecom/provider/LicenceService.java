package io.tilth.wecom.provider;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ProviderFigures;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LicenceService implements ProviderFigures {

    private final LicenceRepository licences;
    private final SuiteService suite;
    private final Clock clock;

    LicenceService(LicenceRepository licences, SuiteService suite, Clock clock) {
        this.licences = licences;
        this.suite = suite;
        this.clock = clock;
    }

    public void keep(CompanyId company, List<Licence> read, Optional<Instant> trialEnds) {
        licences.replace(company, read);
        licences.keepReading(company, clock.instant(), trialEnds);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> ticketAt() {
        return suite.ticketAt();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Licences> licences(CompanyId company) {
        return licences.reading(company)
                .map(reading -> Licence.count(licences.of(company), reading.trialEnds(), clock.instant()));
    }
}
