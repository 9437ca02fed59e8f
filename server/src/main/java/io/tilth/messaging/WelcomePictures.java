package io.tilth.messaging;

import java.util.Optional;

/** Pictures that people here have uploaded for what customers get to see. */
public interface WelcomePictures {

    Optional<byte[]> bytes(WelcomePictureId id);
}
