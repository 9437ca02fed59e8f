package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.plan.Layout.Ticks;
import io.tilth.acquisition.plan.ListedCodePlan.CodePlanRun;
import io.tilth.acquisition.plan.ShopOfPlan.Show;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/code-plans")
class PlanController {

    private final PlanService plans;
    private final PlanDeskService desk;
    private final ApplyService applying;
    private final MessageSource sentences;

    PlanController(PlanService plans, PlanDeskService desk, ApplyService applying, MessageSource sentences) {
        this.plans = plans;
        this.desk = desk;
        this.applying = applying;
        this.sentences = sentences;
    }

    @Needs("channel-code:read")
    @GetMapping
    List<ListedCodePlan> all() {
        return desk.all();
    }

    /** Where there are shops, the most first. */
    @Needs("channel-code:read")
    @GetMapping("/cities")
    List<CityOfShops> cities() {
        return plans.cities();
    }

    @Needs("channel-code:read")
    @GetMapping("/{id}")
    ListedCodePlan get(@PathVariable PlanId id) {
        return desk.get(id);
    }

    @Needs("channel-code:write")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedCodePlan open(@Valid @RequestBody NewCodePlan request) {
        return desk.get(plans.open(request.template()).id());
    }

    @Needs("channel-code:write")
    @PutMapping("/{id}")
    ListedCodePlan change(@PathVariable PlanId id, @Valid @RequestBody ChangedCodePlan request) {
        return desk.get(plans.change(id, request.template(), request.version()).id());
    }

    @Needs("channel-code:write")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable PlanId id) {
        plans.close(id);
    }

    @Needs("channel-code:read")
    @GetMapping("/{id}/preview")
    CodePlanPreview preview(@PathVariable PlanId id) {
        return desk.preview(id);
    }

    /** In the order of the shops' codes. */
    @Needs("channel-code:read")
    @GetMapping("/{id}/shops")
    Page<ShopOfPlan> shops(
            @PathVariable PlanId id,
            @Valid @ParameterObject WantedShops wanted,
            @ParameterObject Paging paging,
            Locale language) {
        var rows =
                desk.shops(id, trouble(language)).stream().filter(wanted::fits).toList();
        int from = paging.after().map(PlanController::position).orElse(0);
        var part = rows.stream().skip(from).limit(paging.rows()).toList();
        return Page.of(part, paging, last -> String.valueOf(from + paging.size()));
    }

    /** The newest first. */
    @Needs("channel-code:read")
    @GetMapping("/{id}/runs")
    List<CodePlanRun> runs(@PathVariable PlanId id) {
        return desk.runs(id).stream().map(CodePlanRun::of).toList();
    }

    @Needs("channel-code:write")
    @PostMapping("/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodePlanRun apply(@PathVariable PlanId id, @Valid @RequestBody PlanOrder order) {
        var ticks = new Ticks(order.overwrite(), order.retireGone());
        return CodePlanRun.of(applying.apply(id, order.version(), order.mark(), ticks));
    }

    @Needs("channel-code:write")
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodePlanRun undo(@PathVariable PlanId id) {
        return CodePlanRun.of(applying.undo(id));
    }

    @Needs("channel-code:write")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodePlanRun retry(@PathVariable PlanId id) {
        return CodePlanRun.of(applying.retry(id));
    }

    private static int position(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException malformed) {
            throw Refusal.of(Refusal.Kind.BROKEN_RULE, "cursor-not-valid");
        }
    }

    private Function<String, String> trouble(Locale language) {
        return code -> {
            var other = sentences.getMessage("channel-code.trouble.other", new Object[] {code}, language);
            return Optional.ofNullable(sentences.getMessage("channel-code.trouble." + code, null, other, language))
                    .orElse(other);
        };
    }

    /** @param q a part of the shop's name or code, or of the code's name */
    record WantedShops(
            @Nullable @Size(max = 60) String q,
            @Nullable @Size(max = 30) String city,
            @Nullable Show show) {

        boolean fits(ShopOfPlan row) {
            return (city == null || row.city().equals(city))
                    && (show == null || row.is(show))
                    && (q == null || has(row.shop()) || has(row.shopCode()) || has(row.name()));
        }

        private boolean has(String text) {
            return text.toLowerCase(Locale.ROOT)
                    .contains(Optional.ofNullable(q).orElse("").strip().toLowerCase(Locale.ROOT));
        }
    }

    /** @param ready shops that have somebody who may have customers */
    record CityOfShops(String city, int shops, int ready) {}

    record NewCodePlan(@NotNull @Valid PlanTemplate template) {}

    record ChangedCodePlan(
            @NotNull @Valid PlanTemplate template, @NotNull Integer version) {}

    /**
     * @param mark of the preview that was seen
     * @param overwrite codes whose own edits go
     * @param retireGone whether codes of shops that are not wanted any more are retired
     */
    record PlanOrder(
            @NotNull Integer version,
            @NotNull @Size(max = 20) String mark,
            @NotNull @Size(max = 3_000) Set<@NotNull ChannelCodeId> overwrite,
            @NotNull Boolean retireGone) {}
}
