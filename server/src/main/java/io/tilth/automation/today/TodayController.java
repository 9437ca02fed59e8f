package io.tilth.automation.today;

import io.tilth.automation.Colleagues.Colleague;
import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.tracking.AlertId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 今日待跟进 of the caller. */
@RestController
@RequestMapping("/api/v1/today")
class TodayController {

    private final TodayService today;
    private final TodayViewService views;

    TodayController(TodayService today, TodayViewService views) {
        this.today = today;
        this.views = views;
    }

    /** @param member a colleague whom the caller leads; the caller themselves unless told */
    @Needs("customer:read")
    @GetMapping
    TodayList list(@RequestParam(required = false) @Nullable MemberId member, Locale language) {
        var whose = member == null ? TodayService.own() : Set.of(member);
        var cards = member == null ? today.today() : today.today(member);
        var items = views.items(cards, whose, member != null, language);
        return new TodayList(items, today.doneToday(whose), items.size());
    }

    @Needs("customer:write")
    @PostMapping("/{customerId}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable CustomerId customerId) {
        today.done(customerId);
    }

    @Needs("customer:write")
    @PostMapping("/{customerId}/later")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void later(@PathVariable CustomerId customerId, @Valid @RequestBody PutOff request) {
        today.later(customerId, request.until());
    }

    @Needs("customer:write")
    @PostMapping("/{customerId}/not-now")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void notNow(@PathVariable CustomerId customerId, @Valid @RequestBody NotNow request) {
        today.notNow(customerId, request.reason());
    }

    @Needs("alert:assign")
    @PostMapping("/{customerId}/reassign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reassign(@PathVariable CustomerId customerId, @Valid @RequestBody GivenTo request) {
        today.reassign(customerId, request.memberId());
    }

    /** @param done with how many customers the caller was done today */
    record TodayList(List<TodayItem> items, int done, int left) {}

    /**
     * @param at when what stands first among the reasons happened
     * @param quiet whether they asked for quiet, 不打扰: answer them, send nothing
     * @param handover whether WeCom is still handing them over, 接替中: nobody can chat with them meanwhile
     * @param friends who could take the card over; only told of a colleague's list
     */
    record TodayItem(
            TodayCustomer customer,
            int score,
            Grade grade,
            List<TodayReason> reasons,
            Instant at,
            NextStep suggestion,
            @Nullable AlertId alertId,
            List<Colleague> friends,
            boolean quiet,
            boolean handover) {}

    record TodayCustomer(
            CustomerId id, String name, @Nullable String avatar, String remark) {}

    record TodayReason(String code, String text) {}

    /**
     * @param sentence ready to be sent
     * @param materialId to send along: what the customer has not read yet
     */
    record NextStep(
            String step,
            String sentence,
            @Nullable MaterialId materialId,
            @Nullable String materialTitle) {}

    record PutOff(TodayService.@NotNull Later until) {}

    /** @param reason in the member's words */
    record NotNow(@NotBlank @Size(max = 100) String reason) {}

    record GivenTo(@NotNull MemberId memberId) {}
}
