package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Change;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How friendships between members and customers begin, change and end, and what the apps hear of it. */
public final class Friendships {
    private static final String EVENT = "change_external_contact";

    private final Platform platform;
    private final Contacts contacts;

    public Friendships(Platform platform, Contacts contacts) {
        this.platform = platform;
        this.contacts = contacts;
    }

    /** The company's name for the person, made at need. */
    public Customer introduce(Change change, String corp, Person person) {
        return contacts.customer(corp, person).orElseGet(() -> {
            String prefix = person.usesWeCom() ? "wo" : "wm";
            var customer = new Customer(corp, platform.ids().id(prefix), person.id());
            change.put(customer);
            return customer;
        });
    }

    /**
     * The customer and the member become friends; by half where the member did not have to agree and has not yet added
     * back. Meeting again renews nothing but the bond.
     */
    public Follow begin(Change change, Member member, Person person, Meeting meeting) {
        var customer = introduce(change, member.corp(), person);
        var before = contacts.follow(member.corp(), member.id(), customer.id());
        var bond = meeting.half() ? Bond.HALF : Bond.FULL;
        String operator = meeting.byMember() ? member.id() : customer.id();
        var follow = before.map(old -> old.with(bond))
                .orElseGet(() -> Follow.begin(
                        member.corp(),
                        member.id(),
                        customer.id(),
                        bond,
                        platform.clock().instant(),
                        meeting.state(),
                        meeting.addWay(),
                        operator));
        change.put(follow);
        String type = meeting.half() ? "add_half_external_contact" : "add_external_contact";
        boolean greets = !person.usesWeCom() && before.filter(Follow::chatting).isEmpty();
        var event = of(follow, type)
                .text("State", before.isPresent() ? "" : meeting.state())
                .text("WelcomeCode", greets ? welcome(change, follow).code() : "");
        platform.callbacks()
                .say(
                        change,
                        member.corp(),
                        event,
                        before.isPresent() ? platform.clock().instant() : follow.at());
        return follow;
    }

    /** The member adds the customer back; without a welcome code if the half friendship's was used. */
    public Follow complete(Change change, Follow half) {
        var full = half.with(Bond.FULL);
        change.put(full);
        boolean greeted = platform.world()
                .find(Welcome.class, half.key())
                .filter(Welcome::used)
                .isPresent();
        var event = of(full, "add_external_contact")
                .text("State", full.state())
                .text(
                        "WelcomeCode",
                        greeted || half.chatting() ? "" : welcome(change, full).code());
        platform.callbacks().say(change, full.corp(), event);
        return full;
    }

    /** The member deletes the customer. */
    public void endByMember(Change change, Follow follow) {
        change.remove(follow);
        platform.callbacks().say(change, follow.corp(), of(follow, "del_external_contact"));
    }

    /** The customer deletes the member, who is not told and keeps the customer in the list. */
    public void endByCustomer(Change change, Follow follow) {
        change.put(follow.with(Bond.LEFT_BY_CUSTOMER));
        change.put(new Goodbye(
                follow.corp(),
                follow.user(),
                follow.customer(),
                platform.clock().instant()));
        platform.callbacks().say(change, follow.corp(), of(follow, "del_follow_user"));
    }

    /** Tells again who came and who went since then, in that order, each with its own time; a newcomer's app learns of its past. */
    public void recall(Change change, String corp, Instant since) {
        var world = platform.world();
        world.table(Follow.class)
                .under(corp + "/")
                .filter(follow -> follow.at().isAfter(since))
                .sorted(Comparator.comparing(Follow::at))
                .forEach(follow -> platform.callbacks()
                        .recall(
                                change,
                                corp,
                                of(follow, "add_external_contact").text("State", follow.state()),
                                follow.at()));
        world.table(Goodbye.class)
                .under(corp + "/")
                .filter(goodbye -> goodbye.at().isAfter(since))
                .flatMap(goodbye -> contacts.follow(corp, goodbye.user(), goodbye.customer()).stream()
                        .map(follow -> Map.entry(follow, goodbye.at())))
                .forEach(one ->
                        platform.callbacks().recall(change, corp, of(one.getKey(), "del_follow_user"), one.getValue()));
    }

    /** The member edits remark and description. */
    public Follow remark(Change change, Follow follow, String remark, String description, List<String> mobiles) {
        var edited = follow.remarked(remark, description, follow.company(), mobiles);
        change.put(edited);
        // The platform says nothing of changed numbers alone.
        if (!remark.equals(follow.remark()) || !description.equals(follow.description())) {
            platform.callbacks().say(change, follow.corp(), edited(edited));
        }
        return edited;
    }

    /** The member sets the customer's corp tags. */
    public Follow tag(Change change, Follow follow, List<String> tags) {
        var edited = follow.tagged(tags);
        change.put(edited);
        platform.callbacks().say(change, follow.corp(), edited(edited));
        return edited;
    }

    /** What is said of a changed remark or tag. */
    public static Event edited(Follow follow) {
        return of(follow, "edit_external_contact");
    }

    /** News of a follow. */
    public static Event of(Follow follow, String changeType) {
        return Event.of(EVENT, changeType)
                .concerning(follow.user())
                .about(follow.customer())
                .text("UserID", follow.user())
                .text("ExternalUserID", follow.customer());
    }

    private Welcome welcome(Change change, Follow follow) {
        var welcome = new Welcome(
                platform.ids().letters(43),
                follow.corp(),
                follow.user(),
                follow.customer(),
                platform.clock().instant().plusSeconds(Welcome.SECONDS),
                false);
        change.put(welcome);
        return welcome;
    }

    /**
     * How two meet.
     *
     * @param addWay the platform's number: 1 a scan, 2 a search, 3 a card, 16 an acquisition link, 201 shared …
     * @param half the customer need not wait, the member has not yet added back
     */
    public record Meeting(String state, int addWay, boolean half, boolean byMember) {

        public static Meeting byScan(String state) {
            return new Meeting(state, 1, false, false);
        }

        public Meeting byHalf() {
            return new Meeting(state, addWay, true, byMember);
        }
    }
}
