package io.tilth.acquisition;

import io.tilth.messaging.Welcomes.Words;
import java.time.Instant;
import java.util.Optional;

/** 默认欢迎语: how those are greeted whom no code of ours brought. */
public interface DefaultWelcomes {

    /** Empty where they are not to be greeted. */
    Optional<Words> words(Instant at);
}
