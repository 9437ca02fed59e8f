package io.tilth.sandbox.actor;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Friendships.Meeting;
import io.tilth.sandbox.contact.Person;
import java.util.List;
import java.util.NoSuchElementException;

/** What a member can do in WeCom. Customers are named by external_userid. */
public final class MemberDeeds extends Deeds {
    private static final int BY_SEARCH = 2;

    MemberDeeds(Platform platform) {
        super(platform);
    }

    /** Who waits for this member's consent. */
    public List<FriendRequest> requests(String corp, String user) {
        return platform.world()
                .table(FriendRequest.class)
                .under(member(corp, user).key() + "/")
                .toList();
    }

    /** Says yes to somebody who asked. */
    public Follow accept(String corp, String user, Person person) {
        return act(change -> {
            var request = change.find(FriendRequest.class, FriendRequest.key(corp, user, person.id()))
                    .orElseThrow(() -> new NoSuchElementException(person.name() + " has not asked"));
            change.remove(request);
            var meeting = new Meeting(request.state(), request.addWay(), false, false);
            return platform.friendships().begin(change, member(corp, user), person, meeting);
        });
    }

    public void decline(String corp, String user, Person person) {
        act(change -> {
            change.find(FriendRequest.class, FriendRequest.key(corp, user, person.id()))
                    .ifPresent(change::remove);
            return person;
        });
    }

    /** Adds somebody who says yes. */
    public Follow add(String corp, String user, Person person) {
        return act(change -> platform.friendships()
                .begin(change, member(corp, user), person, new Meeting("", BY_SEARCH, false, true)));
    }

    /** Adds back a customer who is a friend by half. */
    public Follow complete(String corp, String user, String customer) {
        return act(change -> platform.friendships().complete(change, follow(change, corp, user, customer)));
    }

    public void delete(String corp, String user, String customer) {
        act(change -> {
            var follow = follow(change, corp, user, customer);
            platform.friendships().endByMember(change, follow);
            return follow;
        });
    }

    public Follow remark(String corp, String user, String customer, String remark, String description) {
        return act(change -> {
            var follow = follow(change, corp, user, customer);
            return platform.friendships().remark(change, follow, remark, description, follow.mobiles());
        });
    }

    /** Notes telephone numbers, of which the platform says nothing. */
    public Follow note(String corp, String user, String customer, List<String> mobiles) {
        return act(change -> {
            var follow = follow(change, corp, user, customer);
            return platform.friendships().remark(change, follow, follow.remark(), follow.description(), mobiles);
        });
    }

    /** Sets the corp tags of a customer: these and no others. */
    public Follow tag(String corp, String user, String customer, List<String> tags) {
        return act(change -> platform.friendships().tag(change, follow(change, corp, user, customer), tags));
    }

    /** Sets tags that are the member's own. */
    public Follow tagPersonally(String corp, String user, String customer, List<String> names) {
        return act(change -> {
            var follow = follow(change, corp, user, customer).personallyTagged(names);
            change.put(follow);
            return follow;
        });
    }

    public ChatMessage write(String corp, String user, String customer, String text) {
        return act(change -> {
            var follow = follow(change, corp, user, customer);
            return platform.chats().text(change, corp, ChatMessage.between(user, customer), follow.user(), text);
        });
    }
}
