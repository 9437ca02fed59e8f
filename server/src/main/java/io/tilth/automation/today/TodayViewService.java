package io.tilth.automation.today;

import io.tilth.automation.Colleagues;
import io.tilth.automation.Colleagues.Colleague;
import io.tilth.automation.today.TodayCards.Reason;
import io.tilth.automation.today.TodayController.NextStep;
import io.tilth.automation.today.TodayController.TodayCustomer;
import io.tilth.automation.today.TodayController.TodayItem;
import io.tilth.content.MaterialId;
import io.tilth.customer.Consents;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.customer.Prospects.Deed;
import io.tilth.customer.Prospects.Prospect;
import io.tilth.directory.MemberId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Alerts;
import io.tilth.tracking.NextReads;
import io.tilth.tracking.NextReads.Next;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts beside cards what their reader needs at once: why, what to say, the alert behind it, who else could. */
@Service
@Transactional(readOnly = true)
class TodayViewService {

    private final Alerts alerts;
    private final Colleagues colleagues;
    private final NextReads nextReads;
    private final Consents consents;
    private final Heirs heirs;
    private final TodaySentences sentences;

    TodayViewService(
            Alerts alerts,
            Colleagues colleagues,
            NextReads nextReads,
            Consents consents,
            Heirs heirs,
            TodaySentences sentences) {
        this.nextReads = nextReads;
        this.consents = consents;
        this.heirs = heirs;
        this.alerts = alerts;
        this.colleagues = colleagues;
        this.sentences = sentences;
    }

    /** @param shared whether the reader may give the cards to others */
    List<TodayItem> items(List<TodayCard> cards, Collection<MemberId> members, boolean shared, Locale language) {
        if (cards.isEmpty()) {
            return List.of();
        }
        var people = cards.stream().map(card -> card.prospect().customer()).toList();
        var waiting = alerts.ofCustomers(members, people);
        var friends = shared ? colleagues.of(people) : Map.<CustomerId, List<Colleague>>of();
        var beside = new Beside(
                waiting,
                friends,
                next(cards),
                consents.quiet(people),
                heirs.pending(people).keySet());
        return cards.stream().map(card -> item(card, beside, language)).toList();
    }

    private TodayItem item(TodayCard card, Beside beside, Locale language) {
        var one = card.prospect();
        var reasons = card.reasons().stream()
                .map(reason -> sentences.reason(reason, language))
                .toList();
        var first = card.reasons().stream().findFirst();
        return new TodayItem(
                new TodayCustomer(one.customer(), one.name(), one.avatar().orElse(null), one.remark()),
                one.score(),
                one.grade(),
                reasons,
                first.map(Reason::at).or(one::begunAt).orElse(Instant.EPOCH),
                suggestion(one.customer(), first, beside, language),
                beside.alerts().get(one.customer()),
                beside.friends().getOrDefault(one.customer(), List.of()),
                beside.quiet().contains(one.customer()),
                beside.handed().contains(one.customer()));
    }

    /** Whoever asked for quiet is answered, and sent nothing. */
    private NextStep suggestion(CustomerId customer, Optional<Reason> first, Beside beside, Locale language) {
        return beside.quiet().contains(customer)
                ? sentences.quietly(language)
                : sentences.suggestion(
                        first.map(Reason::code).orElse("QUIET"), beside.next().get(customer), language);
    }

    private Map<CustomerId, Next> next(List<TodayCard> cards) {
        return nextReads.of(cards.stream()
                .map(TodayCard::prospect)
                .collect(
                        Collectors.toMap(Prospect::customer, one -> one.latest().flatMap(TodayViewService::material))));
    }

    private static Optional<MaterialId> material(Deed deed) {
        return deed.item().filter(MaterialTitles::isMaterial).map(MaterialId::of);
    }

    private record Beside(
            Map<CustomerId, AlertId> alerts,
            Map<CustomerId, List<Colleague>> friends,
            Map<CustomerId, Next> next,
            Set<CustomerId> quiet,
            Set<CustomerId> handed) {}
}
