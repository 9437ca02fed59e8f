package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Friendships.Meeting;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.media.Bytes;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Links, and what strangers do with them. */
public final class Acquisitions {
    private static final String EVENT = "customer_acquisition";
    private static final int STATE_BYTES = 64;
    private static final int BY_LINK = 16;
    private static final int LOW = 20;

    private final Platform platform;
    private final Visibility visibility;
    private final Index<Link> byToken;
    private final Index<Arrival> byCustomer;
    private final Index<Arrival> byChatKey;

    public Acquisitions(Platform platform) {
        this.platform = platform;
        this.visibility = new Visibility(platform.world());
        this.byToken = platform.world().table(Link.class).index(Link::token);
        var arrivals = platform.world().table(Arrival.class);
        this.byCustomer = arrivals.index(arrival -> Customer.key(arrival.corp(), arrival.customer()));
        this.byChatKey = arrivals.index(Arrival::chatKey);
        platform.world().watch(this::listen);
    }

    /** The link behind an address. */
    public Optional<Link> at(String url) {
        String token = url.replaceFirst("^.*/ca/", "").replaceFirst("[?#].*$", "");
        return byToken.of(token).findFirst();
    }

    /** Somebody opens the link. */
    public void open(Link link) {
        platform.world().change(change -> {
            change.put(new Click(
                    link.corp(),
                    link.id(),
                    platform.ids().letters(16),
                    platform.clock().instant()));
            return link;
        });
    }

    /** Opens the link and adds the member it leads to; {@code channel} comes back as State. */
    public Follow add(Person person, Link link, String channel) {
        open(link);
        return platform.world().change(change -> {
            var now = platform.clock().instant();
            var quota = quota(link.corp());
            if (quota.balance(now) == 0) {
                throw new NoSuchElementException("The company has no quota left");
            }
            var member = led(link);
            String state = Bytes.cut(channel, STATE_BYTES);
            var follow =
                    platform.friendships().begin(change, member, person, new Meeting(state, BY_LINK, false, false));
            change.put(new Arrival(link.corp(), link.id(), follow.customer(), member.id(), state, "", 0, now));
            var left = quota.use(now);
            change.put(left);
            warn(change, left.balance(now), link.corp());
            return follow;
        });
    }

    /** Somebody asks for the member's agreement, where the link does not skip it: the app hears of the wish. */
    public void request(Link link, String channel) {
        platform.world().change(change -> {
            say(change, link.corp(), event("friend_request", link.id(), Bytes.cut(channel, STATE_BYTES)));
            return link;
        });
    }

    private void listen(Change change) {
        change.steps().forEach((name, thing) -> {
            if (name.kind() == ChatMessage.class) {
                thing.map(ChatMessage.class::cast).ifPresent(this::listen);
            }
        });
    }

    /** What a customer says to a member lies in a chat of {@code user/customer}. */
    private void listen(ChatMessage message) {
        int slash = message.chat().indexOf('/');
        if (slash > 0 && message.chat().endsWith("/" + message.from())) {
            platform.world().change(change -> {
                heard(change, message.corp(), message.from(), message.chat().substring(0, slash));
                return message;
            });
        }
    }

    /** The customer writes; of the first words the app is told, with a key to what it may know of them. */
    private void heard(Change change, String corp, String customer, String user) {
        byCustomer
                .of(Customer.key(corp, customer))
                .filter(arrival -> arrival.user().equalsIgnoreCase(user))
                .findFirst()
                .ifPresent(arrival -> {
                    boolean first = arrival.chatKey().isEmpty();
                    var heard = arrival.hear(first ? platform.ids().letters(40) : arrival.chatKey());
                    change.put(heard);
                    if (first) {
                        say(
                                change,
                                corp,
                                event("customer_start_chat", arrival.link(), arrival.state())
                                        .concerning(user)
                                        .text("UserID", user)
                                        .text("ExternalUserID", customer)
                                        .text("ChatKey", heard.chatKey()));
                    }
                });
    }

    /** The company buys, or gives away, quota. */
    public void grant(String corp, List<Quota.Lot> lots) {
        platform.world().change(change -> {
            change.put(new Quota(corp, quota(corp).used(), lots));
            return corp;
        });
    }

    /** The newest key to a chat with the customer. */
    public Optional<String> chatKey(String corp, String customer) {
        return byCustomer
                .of(Customer.key(corp, customer))
                .map(Arrival::chatKey)
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    Optional<Arrival> behind(String chatKey) {
        return chatKey.isEmpty() ? Optional.empty() : byChatKey.of(chatKey).findFirst();
    }

    Quota quota(String corp) {
        return platform.world()
                .find(Quota.class, corp)
                .orElseGet(() -> Quota.first(corp, platform.clock().instant()));
    }

    void say(Change change, String corp, Event event) {
        platform.callbacks().say(change, corp, event);
    }

    static Event event(String changeType, String link, String state) {
        return Event.of(EVENT, changeType).about(link).text("LinkId", link).text("State", state);
    }

    private void warn(Change change, int balance, String corp) {
        if (balance == 0) {
            say(change, corp, Event.of(EVENT, "balance_exhausted"));
        } else if (balance == LOW - 1) {
            say(change, corp, Event.of(EVENT, "balance_low"));
        }
    }

    /** The member of the link's range with the fewest arrivals. */
    private Member led(Link link) {
        var below = link.departments().stream()
                .flatMap(department -> visibility.below(link.corp(), department).stream())
                .toList();
        return platform.world()
                .table(Member.class)
                .under(link.corp() + "/")
                .filter(Member::isActive)
                .filter(member -> link.users().stream().anyMatch(member.id()::equalsIgnoreCase)
                        || member.departments().stream().anyMatch(below::contains))
                .min(Comparator.comparingLong(member -> arrivals(link, member)))
                .orElseThrow(() -> new NoSuchElementException("The link leads to nobody"));
    }

    private long arrivals(Link link, Member member) {
        return platform.world()
                .table(Arrival.class)
                .under(Arrival.prefix(link.corp(), link.id()))
                .filter(arrival -> arrival.user().equals(member.id()))
                .count();
    }
}
