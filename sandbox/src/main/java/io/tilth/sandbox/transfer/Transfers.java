package io.tilth.sandbox.transfer;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Friendships;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.transfer.Transfer.State;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Transfers under way, and what becomes of them. */
public final class Transfers {
    private static final String DUE = "transfer";
    private static final Duration COUNTED = Duration.ofDays(90);
    private static final int TIMES = 2;
    private static final int ASSIGNED = 202;

    private final Platform platform;
    private final Index<Transfer> byCustomer;

    public Transfers(Platform platform) {
        this.platform = platform;
        this.byCustomer =
                platform.world().table(Transfer.class).index(transfer -> transfer.corp() + "/" + transfer.customer());
        platform.timers().on(DUE, this::takeEffect);
    }

    /** What is on its way to or from this customer. */
    public Stream<Transfer> of(String corp, String customer) {
        return byCustomer.of(corp + "/" + customer);
    }

    /** The customer does not want to be taken over. */
    public void refuse(String corp, String customer, String to) {
        var transfer = of(corp, customer)
                .filter(one -> one.isWaiting() && one.to().equalsIgnoreCase(to))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Nobody is about to take this customer over"));
        platform.world().change(change -> {
            fail(change, transfer, State.REFUSED, "customer_refused");
            return transfer;
        });
    }

    /** From now on the member can have so many customers. */
    public void limit(String corp, String user, int most) {
        platform.world().change(change -> {
            change.put(new CustomerLimit(corp, user, most));
            return most;
        });
    }

    boolean isUnderWay(String corp, String from, String customer) {
        return of(corp, customer).anyMatch(one -> one.isWaiting() && one.from().equalsIgnoreCase(from));
    }

    boolean isGivenTooOften(String corp, String subject) {
        var since = platform.clock().instant().minus(COUNTED);
        return platform.world()
                        .table(Handover.class)
                        .under(Handover.prefix(corp, subject))
                        .filter(handover -> handover.at().isAfter(since))
                        .count()
                >= TIMES;
    }

    void count(Change change, String corp, String subject) {
        change.put(new Handover(corp, subject, platform.clock().instant()));
    }

    void begin(Change change, Follow follow, String to, boolean resigned, String farewell) {
        var at = platform.clock().instant().plus(Transfer.DELAY);
        var transfer = new Transfer(
                follow.corp(), follow.user(), to, follow.customer(), resigned, farewell, State.WAITING, at);
        change.put(transfer);
        platform.timers().set(change, at, DUE, transfer.key());
    }

    private void takeEffect(Change change, String key) {
        var transfer = change.find(Transfer.class, key)
                .filter(Transfer::isWaiting)
                .filter(one -> !one.takesEffectAt().isAfter(platform.clock().instant()));
        if (transfer.isEmpty()) {
            return;
        }
        var follow = platform.contacts()
                .follow(
                        transfer.get().corp(),
                        transfer.get().from(),
                        transfer.get().customer());
        var heir = platform.world()
                .find(
                        Member.class,
                        Member.key(transfer.get().corp(), transfer.get().to()));
        if (follow.isEmpty() || heir.isEmpty()) {
            change.remove(transfer.get());
        } else if (isFull(heir.get())) {
            fail(change, transfer.get(), State.AT_LIMIT, "customer_limit_exceed");
        } else {
            pass(change, transfer.get(), follow.get(), heir.get());
        }
    }

    private boolean isFull(Member heir) {
        int most = platform.world()
                .find(CustomerLimit.class, heir.key())
                .map(CustomerLimit::most)
                .orElse(CustomerLimit.USUAL);
        return platform.contacts().of(heir).limit(most).count() >= most;
    }

    private void pass(Change change, Transfer transfer, Follow follow, Member heir) {
        change.put(transfer.to(State.DONE));
        change.remove(follow);
        platform.callbacks()
                .say(
                        change,
                        follow.corp(),
                        Friendships.of(follow, "del_external_contact").text("Source", "DELETE_BY_TRANSFER"));
        Optional<Follow> before = platform.contacts().follow(follow.corp(), heir.id(), follow.customer());
        if (before.isEmpty()) {
            var taken = Follow.begin(
                            follow.corp(),
                            heir.id(),
                            follow.customer(),
                            Follow.Bond.FULL,
                            platform.clock().instant(),
                            "",
                            ASSIGNED,
                            heir.id())
                    .remarked(follow.remark(), follow.description(), follow.company(), follow.mobiles())
                    .tagged(follow.tags());
            change.put(taken);
            platform.callbacks().say(change, follow.corp(), Friendships.of(taken, "add_external_contact"));
        }
        if (!transfer.farewell().isEmpty()) {
            String chat = ChatMessage.between(heir.id(), follow.customer());
            platform.chats().text(change, follow.corp(), chat, heir.id(), transfer.farewell());
        }
    }

    private void fail(Change change, Transfer transfer, State state, String reason) {
        change.put(transfer.to(state));
        var event = io.tilth.sandbox.callback.Event.of("change_external_contact", "transfer_fail")
                .concerning(transfer.to())
                .about(transfer.customer())
                .text("FailReason", reason)
                .text("UserID", transfer.to())
                .text("ExternalUserID", transfer.customer());
        platform.callbacks().say(change, transfer.corp(), event);
    }
}
