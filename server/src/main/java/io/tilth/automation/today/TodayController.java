package io.tilth.automation.today;

import io.tilth.automation.today.TodayCards.Reason;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 今日待跟进 of the caller. */
@RestController
@RequestMapping("/api/v1/today")
class TodayController {

    private final TodayService today;
    private final MessageSource sentences;

    TodayController(TodayService today, MessageSource sentences) {
        this.today = today;
        this.sentences = sentences;
    }

    @Needs("customer:read")
    @GetMapping
    TodayList list(Locale language) {
        var items = today.today().stream().map(card -> item(card, language)).toList();
        return new TodayList(items, today.doneToday(), items.size());
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

    @Needs("customer:write")
    @PostMapping("/{customerId}/reassign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reassign(@PathVariable CustomerId customerId, @Valid @RequestBody GivenTo request) {
        today.reassign(customerId, request.memberId());
    }

    private TodayItem item(TodayCard card, Locale language) {
        var one = card.prospect();
        var reasons = card.reasons().stream()
                .map(reason -> new TodayReason(reason.code(), text(reason, language)))
                .toList();
        var first = card.reasons().stream().findFirst();
        return new TodayItem(
                new TodayCustomer(one.customer(), one.name(), one.avatar().orElse(null), one.remark()),
                one.score(),
                one.grade(),
                reasons,
                first.map(Reason::at).or(one::begunAt).orElse(Instant.EPOCH),
                suggestion(first.map(Reason::code).orElse("QUIET"), language),
                null);
    }

    private String text(Reason reason, Locale language) {
        var titled = reason.word().isEmpty() ? "" : ".titled";
        var words = new Object[] {reason.word().orElse("")};
        return switch (reason.code()) {
            case "REMIND", "GIVEN", "NEW", "QUIET" ->
                sentences.getMessage("today.reason." + reason.code(), words, language);
            default -> sentences.getMessage("score." + reason.code() + titled, words, language);
        };
    }

    private NextStep suggestion(String code, Locale language) {
        var about = switch (code) {
            case "PRICE_OPENED", "PRICE_READ_LONG" -> "price";
            case "CONTACT_TAPPED", "PHONE_LEFT", "BOOKED", "SHOP_VISITED" -> "call";
            case "NEW" -> "new";
            case "OPENED", "READ", "READ_LONG", "OPENED_AGAIN", "FORWARD_READ" -> "read";
            default -> "quiet";
        };
        return new NextStep(
                sentences.getMessage("today.step." + about, null, language),
                sentences.getMessage("today.say." + about, null, language),
                null);
    }

    /** @param done with how many customers the caller was done today */
    record TodayList(List<TodayItem> items, int done, int left) {}

    /** @param at when what stands first among the reasons happened */
    record TodayItem(
            TodayCustomer customer,
            int score,
            Grade grade,
            List<TodayReason> reasons,
            Instant at,
            NextStep suggestion,
            @Nullable UUID alertId) {}

    record TodayCustomer(
            CustomerId id, String name, @Nullable String avatar, String remark) {}

    record TodayReason(String code, String text) {}

    /** @param sentence ready to be sent */
    record NextStep(String step, String sentence, @Nullable UUID materialId) {}

    record PutOff(TodayService.@NotNull Later until) {}

    /** @param reason in the member's words */
    record NotNow(@NotBlank @Size(max = 100) String reason) {}

    record GivenTo(@NotNull MemberId memberId) {}
}
