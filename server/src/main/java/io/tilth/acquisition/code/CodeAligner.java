package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.PlannedCodes.Unsaid;
import io.tilth.acquisition.code.RoutingService.Order;
import io.tilth.wecom.ContactWays;
import io.tilth.wecom.WecomPictures;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells WeCom what it ought to know of a code. Calls out: never within a transaction. */
@Component
class CodeAligner implements PlannedCodes.Telling {

    private static final Optional<Unsaid> DONE = Optional.empty();
    private static final Unsaid NOBODY = new Unsaid(RoutingService.NOBODY, Kind.REQUEST, Duration.ZERO);
    private static final Unsaid ELSEWHERE = new Unsaid("0", Kind.BUSY, Duration.ofSeconds(5));

    private final RoutingService routing;
    private final ContactWays wecom;
    private final WecomPictures pictures;

    CodeAligner(RoutingService routing, ContactWays wecom, WecomPictures pictures) {
        this.routing = routing;
        this.wecom = wecom;
        this.pictures = pictures;
    }

    /** Whether WeCom is up to date now; otherwise the code says why not. */
    boolean align(ChannelCodeId id) {
        return tell(id).isEmpty();
    }

    @Override
    public Optional<Unsaid> tell(ChannelCodeId id) {
        return routing.due(id).map(this::tell).orElseGet(() -> routing.hasNobody(id) ? Optional.of(NOBODY) : DONE);
    }

    private Optional<Unsaid> tell(Order order) {
        try {
            if (order.configId().isEmpty()) {
                return make(order);
            }
            wecom.update(order.company(), order.configId().get(), order.way());
            routing.told(order, Optional.empty(), Optional.empty());
            return DONE;
        } catch (WecomRefusal refusal) {
            routing.failed(order, String.valueOf(refusal.code()), refusal.kind() == Kind.BUSY);
            return Optional.of(new Unsaid(String.valueOf(refusal.code()), refusal.kind(), refusal.after()));
        }
    }

    /** One alone asks, and looks first whether an earlier one was answered without our hearing it. */
    private Optional<Unsaid> make(Order order) {
        var claim = routing.claim(order);
        if (claim.isEmpty()) {
            return Optional.of(ELSEWHERE);
        }
        var made = claim.get()
                .since()
                .flatMap(since -> wecom.find(
                        order.company(), order.way().state(), since, routing.configs(order.company(), since)))
                .orElseGet(() -> wecom.create(order.company(), order.way()));
        var content = QrPicture.read(pictures.fetch(order.company(), made.picture()));
        routing.told(order, Optional.of(made.configId()), content);
        return DONE;
    }
}
