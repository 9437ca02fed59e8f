package io.tilth.wecom;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The greeting of a new friend, 好友欢迎语. Calls out: never within a transaction. */
public interface WelcomeMessages {

    /**
     * Sends it in the member's name. A code greets once, within 20 s of the add, whichever app comes first.
     *
     * @throws WecomRefusal with 41050 when the code is not valid any more, with 41051 when it was used already
     */
    void send(CompanyId company, String code, Greeting greeting);

    /** @param pieces at most 9; each arrives as a message of its own */
    record Greeting(String text, List<Piece> pieces) {

        /** Without the pieces that need a picture that WeCom was lent. */
        public Greeting withoutMedia() {
            return new Greeting(
                    text,
                    pieces.stream()
                            .filter(piece -> !(piece instanceof Piece.MiniProgram))
                            .toList());
        }
    }

    sealed interface Piece {

        /** @param url of WeCom's own, as {@link WecomPictures#keep} gives it */
        record Picture(URI url) implements Piece {}

        record Link(String title, String description, URI url, Optional<URI> picture) implements Piece {}

        /** @param mediaId of a picture that lives for three days, as {@link WecomPictures#lend} gives it */
        record MiniProgram(String title, String appId, String page, String mediaId) implements Piece {}
    }
}
