package io.tilth.automation.today;

import io.tilth.automation.Colleagues;
import io.tilth.automation.Colleagues.Colleague;
import io.tilth.automation.today.TodayCards.Reason;
import io.tilth.automation.today.TodayController.TodayCustomer;
import io.tilth.automation.today.TodayController.TodayItem;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Alerts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts beside cards what their reader needs at once: why, what to say, the alert behind it, who else could. */
@Service
@Transactional(readOnly = true)
class TodayViewService {

    private final Alerts alerts;
    private final Colleagues colleagues;
    private final TodaySentences sentences;

    TodayViewService(Alerts alerts, Colleagues colleagues, TodaySentences sentences) {
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
        return cards.stream()
                .map(card -> item(card, new Beside(waiting, friends), language))
                .toList();
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
                sentences.suggestion(first.map(Reason::code).orElse("QUIET"), language),
                beside.alerts().get(one.customer()),
                beside.friends().getOrDefault(one.customer(), List.of()));
    }

    private record Beside(Map<CustomerId, AlertId> alerts, Map<CustomerId, List<Colleague>> friends) {}
}
