package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.code.RoutingService.Order;
import io.tilth.wecom.ContactWays;
import io.tilth.wecom.WecomPictures;
import io.tilth.wecom.WecomRefusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells WeCom what it ought to know of a code. Calls out: never within a transaction. */
@Component
class CodeAligner {

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
        return routing.due(id).map(this::tell).orElse(true);
    }

    private boolean tell(Order order) {
        try {
            if (order.configId().isPresent()) {
                wecom.update(order.company(), order.configId().get(), order.way());
                routing.told(order, Optional.empty(), Optional.empty());
            } else {
                var made = wecom.create(order.company(), order.way());
                var content = QrPicture.read(pictures.fetch(order.company(), made.picture()));
                routing.told(order, Optional.of(made.configId()), content);
            }
            return true;
        } catch (WecomRefusal refusal) {
            routing.failed(order, String.valueOf(refusal.code()));
            return false;
        }
    }
}
