package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.GuideWays;
import io.tilth.tracking.ReachHouse;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether anything of a code is still to be told to WeCom, whatever its form. */
@Component
class CodeDues {

    private final RoutingService routing;
    private final GuideWays guides;
    private final ReachHouse house;

    CodeDues(RoutingService routing, GuideWays guides, ReachHouse house) {
        this.routing = routing;
        this.guides = guides;
        this.house = house;
    }

    boolean due(ChannelCodeId code) {
        return page(code)
                .map(address -> !routing.isOpen(code, address) || guides.due(code))
                .orElseGet(() -> routing.due(code).isPresent());
    }

    /** Where its page is; empty where WeCom's own code is printed. */
    Optional<String> page(ChannelCodeId code) {
        return routing.page(code).map(page -> house.address("/c/" + page)).map(URI::toString);
    }
}
