package io.tilth.messaging.welcome;

import io.tilth.customer.Customers;
import io.tilth.directory.Notice;
import io.tilth.directory.Notices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the member of a customer whom nobody has greeted. Within the caller's transaction. */
@Component
class WelcomeNews implements Notice.Catalog {

    private static final String KIND = "welcome.missed";

    private final Notices notices;
    private final Customers customers;

    WelcomeNews(Notices notices, Customers customers) {
        this.notices = notices;
        this.customers = customers;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    /** Within the first second nobody may know what the customer is called. */
    void missed(Welcome welcome) {
        var name = customers.names(List.of(welcome.customer())).getOrDefault(welcome.customer(), "");
        var words = Map.of("customer", name, "case", name.isBlank() ? "somebody" : "named");
        var link = "/w/customers/" + welcome.customer().value();
        notices.tell(welcome.member(), new Notice(KIND, words, link, Optional.empty(), Notice.Urgency.ORDINARY));
    }
}
