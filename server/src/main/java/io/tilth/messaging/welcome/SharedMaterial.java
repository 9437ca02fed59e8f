package io.tilth.messaging.welcome;

import io.tilth.tracking.ShareId;
import io.tilth.wecom.WelcomeMessages.Piece;
import java.net.URI;
import java.util.Optional;

/** A material as a link of its own for one customer. */
record SharedMaterial(ShareId share, String title, String description, URI url, Optional<URI> picture) {

    Piece piece() {
        return new Piece.Link(title, description, url, picture);
    }
}
