package io.tilth.acquisition.guide;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.acquisition.GuideWays;
import io.tilth.acquisition.guide.GuideWay.Order;
import io.tilth.wecom.ContactWays;
import io.tilth.wecom.WecomPictures;
import io.tilth.wecom.WecomRefusal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has WeCom make the codes of single members, some at a time. Calls out: never within a transaction. */
@Component
class GuideMaker implements GuideWays {

    /** The others are made by the next turn: whoever pressed the button is waiting. */
    private static final int AT_ONCE = 20;

    private final GuideWayService ways;
    private final CodeRoutes routes;
    private final ContactWays wecom;
    private final WecomPictures pictures;

    GuideMaker(GuideWayService ways, CodeRoutes routes, ContactWays wecom, WecomPictures pictures) {
        this.ways = ways;
        this.routes = routes;
        this.wecom = wecom;
        this.pictures = pictures;
    }

    @Override
    public boolean due(ChannelCodeId code) {
        return !ways.due(code).isEmpty();
    }

    @Override
    public boolean any(ChannelCodeId code) {
        return ways.any(code);
    }

    @Override
    public void make(ChannelCodeId code, Optional<Instant> since) {
        Optional<WecomRefusal> last = Optional.empty();
        for (var order : ways.due(code).stream().limit(AT_ONCE).toList()) {
            try {
                say(code, ways.begin(code, order), since);
            } catch (WecomRefusal refusal) {
                if (!CodeRoutes.OF_A_MEMBER.contains(refusal.code())) {
                    throw refusal;
                }
                routes.putAside(order.way().member(), refusal.code());
                last = Optional.of(refusal);
            }
        }
        if (last.isPresent() && !ways.any(code)) {
            throw last.get(); // nobody at all was taken: that is about the app rather than about each of its members
        }
    }

    private void say(ChannelCodeId code, Order order, Optional<Instant> since) {
        var known = order.way().configId();
        if (known.isPresent()) {
            wecom.update(order.company(), known.get(), order.wanted());
            ways.told(code, order);
            return;
        }
        var found =
                since.flatMap(at -> wecom.find(order.company(), order.wanted().state(), at, ways.configs(code)));
        var made = found.orElseGet(() -> wecom.create(order.company(), order.wanted()));
        ways.made(code, order, made.configId(), pictures.fetch(order.company(), made.picture()));
    }
}
