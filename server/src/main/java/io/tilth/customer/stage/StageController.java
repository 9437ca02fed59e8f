package io.tilth.customer.stage;

import io.tilth.customer.CustomerId;
import io.tilth.customer.StageId;
import io.tilth.customer.Stages.Stage;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StageController {

    private final StageDeskService stages;

    StageController(StageDeskService stages) {
        this.stages = stages;
    }

    @Needs("customer:read")
    @GetMapping("/api/v1/stages")
    Journey journey() {
        return stages.journey();
    }

    @Needs("customer-setting:write")
    @PutMapping("/api/v1/stages")
    Journey change(@Valid @RequestBody ChangedJourney request) {
        var wanted = request.stages().stream()
                .map(one -> new Stage(
                        Optional.ofNullable(one.id()).orElseGet(StageId::next),
                        one.name().strip()))
                .toList();
        var heirs = Optional.ofNullable(request.heirs()).orElse(Map.of());
        return stages.change(wanted, heirs, request.version());
    }

    @Needs("customer:write")
    @PutMapping("/api/v1/customers/{id}/stage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable CustomerId id, @Valid @RequestBody Step request) {
        stages.move(id, request.stageId());
    }

    /** @param packs what companies of a trade begin with, by the pack's name */
    record Journey(List<ListedStage> stages, Map<StagePack, List<String>> packs, int version) {}

    record ListedStage(StageId id, String name, int customers) {}

    /** @param heirs where those who stand at a stage that is left out go to, by its id */
    record ChangedJourney(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull WantedStage> stages,
            @Nullable Map<@NotNull StageId, @NotNull StageId> heirs,
            @NotNull Integer version) {}

    /** @param id of one that is there already */
    record WantedStage(
            @Nullable StageId id, @NotBlank @Size(max = 20) String name) {}

    record Step(@NotNull StageId stageId) {}
}
