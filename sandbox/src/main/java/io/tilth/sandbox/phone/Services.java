package io.tilth.sandbox.phone;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.kf.Kf;
import io.tilth.sandbox.kf.KfAccount;
import io.tilth.sandbox.kf.KfMessage;
import io.tilth.sandbox.phone.Bubbles.Said;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Bond;
import io.tilth.sandbox.phone.View.Face;
import io.tilth.sandbox.phone.View.Kind;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** 微信客服 as the customer sees it: chats {@code k:corp:open_kfid}. */
final class Services {
    private final Platform platform;
    private final Kf kf;
    private final Faces faces;
    private final Bubbles bubbles;

    Services(Platform platform, Kf kf, Faces faces, Bubbles bubbles) {
        this.platform = platform;
        this.kf = kf;
        this.faces = faces;
        this.bubbles = bubbles;
    }

    /** The conversations that the customer has begun. */
    Stream<Open> of(Customer customer) {
        return platform.world()
                .table(KfAccount.class)
                .under(customer.corp() + "/")
                .filter(account ->
                        kf.session(account.corp(), account.id(), customer.id()).isPresent())
                .map(account -> open(account, Optional.of(customer)));
    }

    Open find(Person person, String chat) {
        var account = account(chat);
        return open(account, platform.contacts().customer(account.corp(), person));
    }

    KfAccount account(String chat) {
        String[] parts = chat.split(":", 3);
        return Optional.of(parts)
                .filter(all -> all.length == 3)
                .flatMap(all -> platform.world().find(KfAccount.class, all[1] + "/" + all[2]))
                .orElseThrow(() -> new NoSuchElementException("没有这个客服账号"));
    }

    /** The account behind a link, if the link leads to one of this world. */
    Optional<KfAccount> behind(String link) {
        return platform.world()
                .table(KfAccount.class)
                .all()
                .filter(account -> link.contains("/kf/") && link.contains(account.id()))
                .findFirst();
    }

    static String id(KfAccount account) {
        return "k:" + account.corp() + ":" + account.id();
    }

    Face face(KfAccount account) {
        return Face.of(
                id(account), account.name(), faces.company(account.corp()).name());
    }

    private Open open(KfAccount account, Optional<Customer> customer) {
        var messages = customer.stream()
                .flatMap(known -> kf.conversation(account.corp(), account.id(), known.id()))
                .filter(said -> !said.type().equals("event"))
                .map(said -> message(account, said))
                .toList();
        return new Open(id(account), Kind.SERVICE, face(account), Bond.BOTH, messages, List.of(), true);
    }

    private View.Message message(KfAccount account, KfMessage said) {
        boolean mine = said.origin() == KfMessage.OF_CUSTOMER;
        var author = mine ? faces.speaker(account.corp(), said.customer()) : Optional.of(face(account));
        return bubbles.of(
                account.corp(), said.number(), author, mine, new Said(said.type(), said.content(), said.at()));
    }
}
