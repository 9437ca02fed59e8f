package io.tilth.wecom.connect;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StepService {

    private final StepRepository steps;
    private final ConnectRepository companies;
    private final Audit audit;
    private final Clock clock;

    StepService(StepRepository steps, ConnectRepository companies, Audit audit, Clock clock) {
        this.steps = steps;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every step that this company takes, in order. */
    @Transactional(readOnly = true)
    public List<StepRecord> of(CompanyId id) {
        var company = company(id);
        Map<Step, StepRecord> known =
                steps.of(id).stream().collect(Collectors.toMap(StepRecord::step, Function.identity()));
        return Step.of(company.kind()).stream()
                .map(step -> known.getOrDefault(step, todo(step)))
                .toList();
    }

    /** The steps without which nothing would arrive, as far as they are not done. */
    @Transactional(readOnly = true)
    public List<Step> missing(CompanyId id) {
        return of(id).stream()
                .filter(step -> Step.NEEDED.contains(step.step()) && !step.isDone())
                .map(StepRecord::step)
                .toList();
    }

    public StepRecord record(CompanyId id, Step step, Verdict verdict) {
        var state = verdict.isGood() ? StepRecord.State.OK : StepRecord.State.FAILED;
        var record = new StepRecord(step, state, clock.instant(), verdict);
        company(id);
        steps.keep(id, record);
        return record;
    }

    /** Somebody says that it is done. */
    public StepRecord declare(CompanyId id, Step step) {
        var company = company(id);
        Refusal.unless(step.isDeclarable() && Step.of(company.kind()).contains(step), "wecom-step-not-declarable");
        var record = new StepRecord(step, StepRecord.State.DECLARED, clock.instant(), Verdict.GOOD);
        steps.keep(id, record);
        audit.note("wecom-company.step-declared", ConnectService.subject(company), Map.of("step", step.name()));
        return record;
    }

    public void forget(CompanyId id, Collection<Step> which) {
        steps.forget(id, which);
    }

    private ConnectedCompany company(CompanyId id) {
        return companies.find(id).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
    }

    private static StepRecord todo(Step step) {
        return new StepRecord(step, StepRecord.State.TODO, Instant.EPOCH, Verdict.GOOD);
    }
}
