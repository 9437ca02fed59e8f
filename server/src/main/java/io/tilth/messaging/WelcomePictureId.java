package io.tilth.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a picture that welcomes carry. */
public record WelcomePictureId(@JsonValue UUID value) {

    public static WelcomePictureId next() {
        return new WelcomePictureId(Ids.next());
    }

    @JsonCreator
    public static WelcomePictureId of(String value) {
        return new WelcomePictureId(UUID.fromString(value));
    }
}
