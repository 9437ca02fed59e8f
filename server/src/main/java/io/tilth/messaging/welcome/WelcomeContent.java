package io.tilth.messaging.welcome;

import io.tilth.messaging.WelcomePictureId;
import io.tilth.messaging.Welcomes.Attachment;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WelcomeMessages.Greeting;
import io.tilth.wecom.WelcomeMessages.Piece;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes a welcome ready to send. Calls out: never within a transaction. */
@Component
class WelcomeContent {

    private static final int PIECES = 9;

    private final WelcomeFactService facts;
    private final WelcomeShareService shares;
    private final PictureLender pictures;
    private final WecomCustomers wecom;

    WelcomeContent(WelcomeFactService facts, WelcomeShareService shares, PictureLender pictures, WecomCustomers wecom) {
        this.facts = facts;
        this.shares = shares;
        this.pictures = pictures;
        this.wecom = wecom;
    }

    Greeting of(Welcome welcome) {
        return of(welcome, pictures::media);
    }

    /** With pictures lent to WeCom once more: those it was lent before are dead. */
    Greeting anew(Welcome welcome) {
        return of(welcome, pictures::renew);
    }

    private Greeting of(Welcome welcome, Lending lending) {
        var text = welcome.words().text();
        var known = facts.of(welcome);
        var words = known.words();
        if (Wording.names(text, WelcomeFacts.CUSTOMER) && known.customer().isEmpty()) {
            name(welcome, known).ifPresent(name -> words.put(WelcomeFacts.CUSTOMER, name));
        }
        var links = shares.of(welcome);
        links.stream().findFirst().ifPresent(first -> words.put(WelcomeFacts.MATERIAL, first.title()));
        var pieces = Stream.concat(
                        welcome.words().attachments().stream().flatMap(one -> piece(welcome, one, lending)),
                        links.stream().map(SharedMaterial::piece))
                .limit(PIECES)
                .toList();
        return new Greeting(Wording.fill(text, words), pieces);
    }

    /** Within the first second nobody may have asked what the customer is called. */
    private Optional<String> name(Welcome welcome, WelcomeFacts known) {
        return wecom.find(welcome.company(), known.externalUserId())
                .map(profile -> profile.contact().name())
                .filter(name -> !name.isBlank());
    }

    private Stream<Piece> piece(Welcome welcome, Attachment attachment, Lending lending) {
        return switch (attachment) {
            case Attachment.Picture one ->
                pictures.url(welcome.company(), one.picture()).<Piece>map(Piece.Picture::new).stream();
            case Attachment.Link link ->
                Stream.of(new Piece.Link(link.title(), link.description(), link.url(), link.picture()));
            case Attachment.MiniProgram mini ->
                lending
                        .media(welcome.company(), mini.picture())
                        .<Piece>map(media -> new Piece.MiniProgram(mini.title(), mini.appId(), mini.page(), media))
                        .stream();
        };
    }

    private interface Lending {

        Optional<String> media(CompanyId company, WelcomePictureId picture);
    }
}
