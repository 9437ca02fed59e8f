package io.tilth.acquisition.link;

import io.tilth.acquisition.LinkTroubles;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of quotas that move and of links that WeCom has closed. Friends are heard of as all others are. */
@Component
class LinkCallbacks implements CallbackConsumer {

    private static final Set<String> OF_QUOTA =
            Set.of("balance_low", "balance_exhausted", "balance_increased", "quota_expire_soon");
    private static final Set<String> CLOSED = Set.of("link_unavailable", "delete_link");

    private final LinkQuotaService quotas;
    private final LinkTroubles links;

    LinkCallbacks(LinkQuotaService quotas, LinkTroubles links) {
        this.quotas = quotas;
        this.links = links;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("customer_acquisition");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        callbacks.stream()
                .filter(callback -> OF_QUOTA.contains(callback.change()))
                .map(Callback::company)
                .distinct()
                .forEach(quotas::moved);
        callbacks.stream()
                .filter(callback -> CLOSED.contains(callback.change()))
                .forEach(callback -> callback.find("LinkId").ifPresent(link -> links.closed(callback.company(), link)));
    }
}
