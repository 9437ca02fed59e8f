package io.tilth.messaging.welcome;

import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.messaging.welcome.Welcome.State;
import io.tilth.messaging.welcome.WelcomeDeskService.Shown;
import io.tilth.messaging.welcome.WelcomeRepository.Count;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/welcomes")
@Needs("welcome:read")
class WelcomeController {

    private final WelcomeDeskService welcomes;
    private final MessageSource sentences;

    WelcomeController(WelcomeDeskService welcomes, MessageSource sentences) {
        this.welcomes = welcomes;
        this.sentences = sentences;
    }

    @GetMapping
    Page<ListedWelcome> newest(
            @RequestParam(required = false) @Nullable State state, @ParameterObject Paging paging, Locale language) {
        return welcomes.newest(Optional.ofNullable(state), paging).map(shown -> listed(shown, language));
    }

    @GetMapping("/figures")
    WelcomeFigures figures(Locale language) {
        var counts = welcomes.lately();
        var missed = counts.stream()
                .filter(count -> count.state() == State.MISSED)
                .sorted(Comparator.comparing(Count::welcomes).reversed())
                .map(count -> new MissedFor(count.reason(), sentence(count.reason(), language), count.welcomes()))
                .toList();
        return new WelcomeFigures(sum(counts, State.SENT), sum(counts, State.MISSED), missed);
    }

    private static int sum(List<Count> counts, State state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(Count::welcomes)
                .sum();
    }

    private ListedWelcome listed(Shown shown, Locale language) {
        var row = shown.row();
        return new ListedWelcome(
                row.id(),
                new GreetedCustomer(row.customer(), shown.customer()),
                new GreetingMember(row.member(), shown.member()),
                row.addedAt(),
                row.state(),
                row.reason(),
                row.reason().map(reason -> sentence(reason, language)),
                row.doneAt());
    }

    private String sentence(String reason, Locale language) {
        var other = sentences.getMessage("welcome.other", new Object[] {reason}, language);
        return Optional.ofNullable(sentences.getMessage("welcome." + reason, null, other, language))
                .orElse(other);
    }

    /** @param reason why it was missed: WeCom's errcode, or a word of ours */
    record ListedWelcome(
            UUID id,
            GreetedCustomer customer,
            GreetingMember member,
            Instant addedAt,
            State state,
            Optional<String> reason,
            Optional<String> why,
            Optional<Instant> doneAt) {}

    record GreetedCustomer(CustomerId id, String name) {}

    record GreetingMember(MemberId id, String name) {}

    /** Of the last seven days. */
    record WelcomeFigures(int sent, int missed, List<MissedFor> reasons) {}

    record MissedFor(String reason, String why, int welcomes) {}
}
