package io.tilth.customer.stage;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages;
import io.tilth.customer.Timeline;
import io.tilth.customer.Timeline.Entry;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Caller;
import io.tilth.kernel.TenantScope;
import io.tilth.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where customers stand. A company's stages are written down when somebody first asks for them. */
@Service
@Transactional
class StageService implements Stages {

    private final StageRepository stages;
    private final Timeline timeline;
    private final Tenants tenants;
    private final Clock clock;

    StageService(StageRepository stages, Timeline timeline, Tenants tenants, Clock clock) {
        this.stages = stages;
        this.timeline = timeline;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public List<Stage> all() {
        if (stages.version().isEmpty() && stages.begin()) {
            var pack = tenants.find(TenantScope.current())
                    .map(tenant -> StagePack.of(tenant.trade()))
                    .orElse(StagePack.SHOP);
            stages.store(pack.names().stream()
                    .map(name -> new Stage(StageId.next(), name))
                    .toList());
        }
        return stages.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, Stage> of(Collection<CustomerId> customers) {
        return stages.of(customers);
    }

    @Override
    public void move(CustomerId customer, StageId stage, String why) {
        move(List.of(customer), stage, why);
    }

    /** Nobody moves to a stage that is not there. */
    @Override
    public int move(Collection<CustomerId> customers, StageId to, String why) {
        return move(customers, to, why, mover(), clock.instant());
    }

    @Override
    public void moved(CustomerId customer, StageId stage, String why, MemberId by, Instant at) {
        move(List.of(customer), stage, why, Optional.of(by), at);
    }

    private int move(Collection<CustomerId> customers, StageId to, String why, Optional<MemberId> mover, Instant at) {
        var stage = all().stream().filter(one -> one.id().equals(to)).findFirst();
        if (stage.isEmpty()) {
            return 0;
        }
        var moved = stages.move(customers, to, at);
        timeline.add(moved.entrySet().stream()
                .map(one -> entry(one.getKey(), one.getValue(), stage.get(), why, mover, at))
                .toList());
        return moved.size();
    }

    void join(CustomerId gone, CustomerId into) {
        stages.join(gone, into);
    }

    private static Entry entry(
            CustomerId customer, Optional<String> from, Stage to, String why, Optional<MemberId> mover, Instant at) {
        var source = "stage.moved/" + customer.value() + "/" + to.id().value();
        return new Entry(
                Timeline.id(at, source),
                customer,
                "stage.moved",
                mover,
                Map.of("from", from.orElse(""), "to", to.name(), "why", why));
    }

    /** The member who moved them, where it was somebody at a screen. */
    private static Optional<MemberId> mover() {
        return Caller.find()
                .map(Caller::members)
                .flatMap(all -> all.stream().sorted().findFirst())
                .map(MemberId::new);
    }
}
