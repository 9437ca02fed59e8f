package io.tilth.tracking.alert;

import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Customers;
import io.tilth.directory.MemberId;
import io.tilth.directory.MemberSignIns;
import io.tilth.directory.Notice;
import io.tilth.directory.Notice.Urgency;
import io.tilth.directory.Notices;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.tracking.AlertId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says to members what there is to say about an alert: live on their screens, and by a notice. */
@Component
class AlertTeller {

    private final Notices notices;
    private final Live live;
    private final ObjectProvider<MemberSignIns> accounts; // implemented above the directory
    private final Customers customers;
    private final Materials materials;

    AlertTeller(
            Notices notices,
            Live live,
            ObjectProvider<MemberSignIns> accounts,
            Customers customers,
            Materials materials) {
        this.notices = notices;
        this.live = live;
        this.accounts = accounts;
        this.customers = customers;
        this.materials = materials;
    }

    /** Screens of these members fetch it anew. */
    void show(AlertId alert, Collection<MemberId> members) {
        accounts.stream()
                .flatMap(door -> door.accounts(members).values().stream())
                .forEach(account -> live.push(
                        Recipient.account(account.id()), "alert", alert.value().toString()));
    }

    void push(Alert alert) {
        var urgency = switch (alert.level()) {
            case ORDINARY -> Urgency.ORDINARY;
            case IMMEDIATE -> alert.cause() == AlertCause.PHONE_LEFT ? Urgency.PRESSING : Urgency.NOW;
        };
        tell(alert, alert.member(), "visit.alert", Map.of("case", alert.cause().name()), urgency);
    }

    /** @param from who did not come to it */
    void handedOver(Alert alert, MemberId to, String part, String from) {
        tell(alert, to, "visit.handed", Map.of("case", part, "from", from), Urgency.NOW);
    }

    void digest(MemberId to, int count, List<String> names) {
        var words = Map.of("count", Integer.toString(count), "names", String.join("、", names));
        notices.tell(to, new Notice("visit.digest", words, "/w/alerts", Optional.empty(), Urgency.ORDINARY));
    }

    String name(CustomerId customer) {
        return customers.names(List.of(customer)).getOrDefault(customer, "");
    }

    private void tell(Alert alert, MemberId to, String kind, Map<String, String> more, Urgency urgency) {
        var reading = alert.reading();
        var words = new HashMap<>(more);
        words.put("customer", name(alert.customer()));
        words.put("certainty", alert.certainty().name());
        words.put(
                "material",
                materials.find(reading.material()).map(Material::title).orElse(""));
        words.put("seconds", Integer.toString(reading.seconds()));
        words.put("percent", Integer.toString(reading.percent()));
        words.put("page", reading.page().map(Object::toString).orElse(""));
        words.put("days", reading.quietDays().map(Object::toString).orElse(""));
        var merge = kind + ":" + alert.id().value();
        notices.tell(to, new Notice(kind, words, "/w/alerts/" + alert.id().value(), Optional.of(merge), urgency));
    }
}
