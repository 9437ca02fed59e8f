package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.moment.Moment;
import io.tilth.sandbox.moment.Moments;
import io.tilth.sandbox.moment.Publication;
import io.tilth.sandbox.moment.Reaction;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Linked;
import io.tilth.sandbox.phone.View.Message;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** 朋友圈 of a customer: what members have published to them, with likes. Named {@code corp:moment:user}. */
final class MomentRoutes {
    private static final String MOMENTS = Phone.ROOT + "/wechat/{person}/moments";

    private final Platform platform;
    private final Moments moments;
    private final Faces faces;
    private final Bubbles bubbles;

    MomentRoutes(Sandbox sandbox, Faces faces, Bubbles bubbles) {
        this.platform = sandbox.platform();
        this.moments = sandbox.features().moments();
        this.faces = faces;
        this.bubbles = bubbles;
    }

    void serve(RoutesConfig http, Web web) {
        http.get(MOMENTS, web.read(this::seen));
        http.post(MOMENTS + "/{moment}/like", web.silent(this::like));
    }

    private Object seen(Context http) {
        var person = faces.person(http.pathParam("person"));
        return known(person)
                .flatMap(customer -> moments.seenBy(customer.corp(), customer.id())
                        .flatMap(publication -> shown(publication, customer).stream()))
                .sorted(Comparator.comparing(Shown::at).reversed())
                .toList();
    }

    private Optional<Shown> shown(Publication publication, Customer customer) {
        String corp = publication.corp();
        var author = platform.world().find(Member.class, Member.key(corp, publication.user()));
        return platform.world()
                .find(Moment.class, corp + "/" + publication.moment())
                .flatMap(moment -> author.map(member -> shown(publication, customer, moment, faces.outside(member))));
    }

    private Shown shown(Publication publication, Customer customer, Moment moment, Face author) {
        var parts = moment.attachments()
                .valueStream()
                .map(attachment -> part(publication, author, attachment))
                .toList();
        var reactions = reactions(publication).toList();
        return new Shown(
                publication.corp() + ":" + publication.moment() + ":" + publication.user(),
                author,
                publication.at(),
                moment.text(),
                parts.stream()
                        .filter(part -> part.kind().equals("IMAGE"))
                        .flatMap(part -> part.link().flatMap(Linked::picture).stream())
                        .toList(),
                parts.stream()
                        .filter(part -> part.kind().equals("LINK"))
                        .findFirst()
                        .flatMap(Message::link),
                reactions.stream()
                        .filter(Reaction::isLike)
                        .flatMap(reaction -> faces.speaker(reaction.corp(), reaction.customer()).stream())
                        .distinct()
                        .toList(),
                likes(reactions.stream(), customer));
    }

    private Message part(Publication publication, Face author, JsonNode attachment) {
        String type = attachment.path("msgtype").asString("");
        var said = new Said(type, attachment.path(type), publication.at());
        return bubbles.of(publication.corp(), 0, Optional.of(author), false, said);
    }

    private void like(Context http) {
        var person = faces.person(http.pathParam("person"));
        String[] parts = http.pathParam("moment").split(":", 3);
        var customer = known(person)
                .filter(known -> parts.length == 3 && known.corp().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("看不到这条朋友圈"));
        var publication = moments.seenBy(parts[0], customer.id())
                .filter(seen -> seen.moment().equals(parts[1]) && Objects.equals(seen.user(), parts[2]))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("看不到这条朋友圈"));
        if (!likes(reactions(publication), customer)) {
            moments.react(parts[0], customer.id(), publication.user(), publication.moment(), "");
        }
    }

    private Stream<Reaction> reactions(Publication publication) {
        return platform.world().table(Reaction.class).under(publication.key() + "/");
    }

    private static boolean likes(Stream<Reaction> reactions, Customer customer) {
        return reactions.anyMatch(
                reaction -> reaction.isLike() && reaction.customer().equals(customer.id()));
    }

    private Stream<Customer> known(Person person) {
        return platform.world()
                .table(Corp.class)
                .all()
                .flatMap(corp -> platform.contacts().customer(corp.id(), person).stream());
    }

    /** One of them, as the page shows it. */
    record Shown(
            String id,
            Face author,
            Instant at,
            String text,
            List<String> pictures,
            Optional<Linked> link,
            List<Face> likes,
            boolean liked) {}
}
