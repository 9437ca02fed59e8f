package io.tilth.sandbox.moment;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.Member;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Moments, and what members and customers do with them. */
public final class Moments {
    private final Platform platform;

    public Moments(Platform platform) {
        this.platform = platform;
    }

    /** What the member is asked to publish and has not. */
    public Stream<Moment> waiting(String corp, String user) {
        var now = platform.clock().instant();
        return of(corp).filter(moment -> moment.isThere(now) && !moment.cancelled())
                .filter(moment -> moment.senders().stream().anyMatch(user::equalsIgnoreCase))
                .filter(moment -> publication(corp, moment.id(), user).isEmpty());
    }

    /** What the customer sees of the member. */
    public Stream<Publication> seenBy(String corp, String customer) {
        return platform.world()
                .table(Publication.class)
                .under(corp + "/")
                .filter(publication -> publication.customers().contains(customer));
    }

    /** The member publishes it; a cancelled one stays unpublished. */
    public void publish(String corp, String user, String id) {
        platform.world().change(change -> {
            var moment = find(corp, id).orElseThrow(() -> new NoSuchElementException("There is no such moment"));
            var member = change.find(Member.class, Member.key(corp, user)).orElseThrow();
            if (!moment.cancelled() && publication(corp, id, user).isEmpty()) {
                var now = platform.clock().instant();
                change.put(new Publication(corp, id, member.id(), audience(moment, member), now));
            }
            return moment;
        });
    }

    /** A customer likes it, or, with words, says something. */
    public void react(String corp, String customer, String user, String id, String comment) {
        platform.world().change(change -> {
            var publication = publication(corp, id, user)
                    .filter(seen -> seen.customers().contains(customer))
                    .orElseThrow(() -> new NoSuchElementException("The customer does not see this"));
            change.put(new Reaction(
                    corp,
                    id,
                    publication.user(),
                    customer,
                    comment,
                    platform.clock().instant()));
            return comment;
        });
    }

    Stream<Moment> of(String corp) {
        return platform.world().table(Moment.class).under(corp + "/");
    }

    Optional<Moment> find(String corp, String id) {
        return platform.world()
                .find(Moment.class, corp + "/" + id)
                .filter(moment -> moment.isThere(platform.clock().instant()));
    }

    Optional<Publication> publication(String corp, String id, String user) {
        return platform.world().find(Publication.class, Publication.key(corp, id, user));
    }

    List<String> audience(Moment moment, Member member) {
        return platform.contacts()
                .of(member)
                .filter(follow -> follow.bond() == Follow.Bond.FULL)
                .filter(follow ->
                        moment.tags().isEmpty() || moment.tags().stream().anyMatch(follow.tags()::contains))
                .map(Follow::customer)
                .toList();
    }
}
