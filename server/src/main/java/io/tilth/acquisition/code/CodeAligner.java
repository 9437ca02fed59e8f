package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.acquisition.GuideWays;
import io.tilth.acquisition.PlannedCodes;
import io.tilth.acquisition.PlannedCodes.Unsaid;
import io.tilth.acquisition.code.RoutingService.Claim;
import io.tilth.acquisition.code.RoutingService.Order;
import io.tilth.directory.MemberId;
import io.tilth.wecom.AcquisitionLinks;
import io.tilth.wecom.AcquisitionLinks.Link;
import io.tilth.wecom.ContactWays;
import io.tilth.wecom.WecomPictures;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells WeCom what it ought to know of a code, one call at a time. Calls out: never within a transaction. */
@Component
class CodeAligner implements PlannedCodes.Telling {

    /** Whoever else is refused is found the next time around. */
    private static final int MOST_ASIDE = 10;

    private static final int ROUNDS = 5;
    private static final Optional<Unsaid> DONE = Optional.empty();
    private static final Unsaid NOBODY = new Unsaid(RoutingService.NOBODY, Kind.REQUEST, Duration.ZERO);
    private static final Unsaid ELSEWHERE = new Unsaid("0", Kind.BUSY, Duration.ofSeconds(2));

    private final CodeDues dues;
    private final RoutingService routing;
    private final GuideWays guides;
    private final ContactWays wecom;
    private final AcquisitionLinks links;
    private final WecomPictures pictures;

    CodeAligner(
            CodeDues dues,
            RoutingService routing,
            GuideWays guides,
            ContactWays wecom,
            AcquisitionLinks links,
            WecomPictures pictures) {
        this.dues = dues;
        this.routing = routing;
        this.guides = guides;
        this.wecom = wecom;
        this.links = links;
        this.pictures = pictures;
    }

    /** What stood in the way is shown with the code, and tried again by its task. */
    void align(ChannelCodeId id) {
        tell(id);
    }

    @Override
    public Optional<Unsaid> tell(ChannelCodeId id) {
        if (!dues.due(id)) {
            return routing.hasNobody(id) ? Optional.of(NOBODY) : DONE;
        }
        return routing.claim(id).map(claim -> tell(id, claim)).orElse(Optional.of(ELSEWHERE));
    }

    private Optional<Unsaid> tell(ChannelCodeId id, Claim claim) {
        boolean lost = true;
        try {
            var address = dues.page(id);
            var unsaid = address.isPresent() ? guide(id, address.get(), claim) : rounds(id, claim);
            lost = false;
            return unsaid;
        } catch (WecomRefusal refusal) {
            lost = refusal.kind() == Kind.BUSY;
            return Optional.of(failed(id, refusal));
        } finally {
            routing.release(id, lost);
        }
    }

    /** Where a page chooses, each member has a code of their own. */
    private Optional<Unsaid> guide(ChannelCodeId id, String address, Claim claim) {
        guides.make(id, claim.since());
        boolean anybody = guides.any(id);
        routing.opened(id, address, anybody);
        return anybody ? DONE : Optional.of(NOBODY);
    }

    /** What was due before the claim may have been told by somebody else meanwhile, so it is looked up anew. */
    private Optional<Unsaid> rounds(ChannelCodeId id, Claim claim) {
        var refused = new HashMap<MemberId, WecomRefusal>();
        for (int round = 0; round < ROUNDS; round++) {
            var order = routing.due(id);
            if (order.isEmpty()) {
                return refused.isEmpty() || !routing.hasNobody(id) ? DONE : Optional.of(nobody(id, refused));
            }
            var now = new HashMap<MemberId, WecomRefusal>();
            sift(order.get(), order.get().way().users(), claim.since(), now);
            if (now.isEmpty()) {
                return DONE;
            }
            now.forEach((member, why) -> routing.putAside(member, why.code()));
            refused.putAll(now);
        }
        return Optional.of(failed(id, refused.values().iterator().next()));
    }

    /** Nobody at all was taken: that is about the app rather than about each of its members. */
    private Unsaid nobody(ChannelCodeId id, Map<MemberId, WecomRefusal> refused) {
        routing.recall(refused.keySet());
        return failed(id, refused.values().iterator().next());
    }

    private Unsaid failed(ChannelCodeId id, WecomRefusal refusal) {
        routing.failed(id, String.valueOf(refusal.code()));
        return new Unsaid(String.valueOf(refusal.code()), refusal.kind(), refusal.after());
    }

    /** A refusal names nobody, so the halves are tried until those are found whom WeCom does not take. */
    private Order sift(Order order, List<String> users, Optional<Instant> since, Map<MemberId, WecomRefusal> refused) {
        try {
            return say(order.naming(users), since);
        } catch (WecomRefusal refusal) {
            if (!CodeRoutes.OF_A_MEMBER.contains(refusal.code())) {
                throw refusal;
            }
            if (users.size() == 1) {
                refused.put(order.member(users.getFirst()), refusal);
            }
            if (users.size() == 1 || refused.size() >= MOST_ASIDE) {
                return order;
            }
            int half = users.size() / 2;
            var after = sift(order, users.subList(0, half), since, refused);
            return sift(after, users.subList(half, users.size()), since, refused);
        }
    }

    private Order say(Order order, Optional<Instant> since) {
        if (order.form() == CodeForm.LINK) {
            return link(order, since);
        }
        if (order.configId().isEmpty()) {
            return make(order, since);
        }
        wecom.update(order.company(), order.configId().get(), order.way());
        routing.told(order, Optional.empty(), Optional.empty());
        return order;
    }

    private Order link(Order order, Optional<Instant> since) {
        var way = order.way();
        var wanted = new Link(way.remark(), way.users(), way.skipVerify());
        if (order.configId().isPresent()) {
            links.update(order.company(), order.configId().get(), wanted);
            routing.told(order, Optional.empty(), Optional.empty());
            return order;
        }
        var found = since.flatMap(
                at -> links.find(order.company(), wanted.name(), routing.configs(order.company(), Instant.EPOCH)));
        var made = found.orElseGet(() -> links.create(order.company(), wanted));
        var address = made.url() + (made.url().getRawQuery() == null ? "?" : "&") + "customer_channel=" + way.state();
        routing.told(order, Optional.of(made.id()), Optional.of(address));
        return order.known(made.id());
    }

    /** Looks first whether an earlier one was answered without our hearing it. */
    private Order make(Order order, Optional<Instant> since) {
        var found = since.flatMap(
                at -> wecom.find(order.company(), order.way().state(), at, routing.configs(order.company(), at)));
        var made = found.orElseGet(() -> wecom.create(order.company(), order.way()));
        var content = QrPicture.read(pictures.fetch(order.company(), made.picture()));
        routing.told(order, Optional.of(made.configId()), content);
        return order.known(made.configId());
    }
}
