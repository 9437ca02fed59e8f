package io.tilth.wecom.inbox;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param event WeCom's word, such as {@code change_external_contact} */
record CallbackFilter(
        @Nullable CallbackState state,
        @Nullable @Size(max = 100) String event) {

    String eventOrAny() {
        return Objects.requireNonNullElse(event, "");
    }
}
