package io.tilth.customer.stage;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages.Stage;
import io.tilth.customer.VisibleCustomers;
import io.tilth.customer.stage.StageController.Journey;
import io.tilth.customer.stage.StageController.ListedStage;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company's stages as people see and change them. */
@Service
@Transactional
class StageDeskService {

    private final StageService stages;
    private final StageRepository rows;
    private final VisibleCustomers customers;
    private final Audit audit;

    StageDeskService(StageService stages, StageRepository rows, VisibleCustomers customers, Audit audit) {
        this.stages = stages;
        this.rows = rows;
        this.customers = customers;
        this.audit = audit;
    }

    Journey journey() {
        var all = stages.all();
        var standing = rows.customers();
        return new Journey(
                all.stream()
                        .map(one -> new ListedStage(one.id(), one.name(), standing.getOrDefault(one.id(), 0)))
                        .toList(),
                Stream.of(StagePack.values()).collect(Collectors.toMap(pack -> pack, StagePack::names)),
                rows.version().orElseThrow());
    }

    /** @param heirs where those go who stand at a stage that is left out */
    Journey change(List<Stage> wanted, Map<StageId, StageId> heirs, int version) {
        var before = journey();
        var kept = wanted.stream().map(Stage::id).collect(Collectors.toSet());
        Refusal.unless(wanted.stream().map(Stage::name).distinct().count() == wanted.size(), "stage-twice");
        Refusal.unless(kept.size() == wanted.size(), "stage-twice");
        if (!rows.raise(version)) {
            throw Refusal.stale(before);
        }
        rows.store(wanted);
        before.stages().stream().filter(one -> !kept.contains(one.id())).forEach(one -> drop(one, heirs, kept));
        audit.note("stage.changed", Subject.of("company", TenantScope.current().value()));
        return journey();
    }

    void move(CustomerId id, StageId stage) {
        var customer = customers.find(id).orElseThrow(() -> Refusal.notFound("customer-not-found"));
        Refusal.unless(stages.all().stream().anyMatch(one -> one.id().equals(stage)), "stage-not-found");
        stages.move(customer, stage, "stage.by-hand");
    }

    private void drop(ListedStage stage, Map<StageId, StageId> heirs, Set<StageId> kept) {
        var heir = heirs.get(stage.id());
        Refusal.unless(stage.customers() == 0 || heir != null && kept.contains(heir), "stage-in-use");
        if (heir != null) {
            rows.moveAll(stage.id(), heir);
        }
        rows.delete(stage.id());
    }
}
