package io.tilth.kernel.problem;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;

/** Names the field that a body could not be read for; the parser's own words are not for readers. */
class UnreadableField {

    private UnreadableField() {}

    static Optional<String> of(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof DatabindException cause
                        && !cause.getPath().isEmpty()
                ? Optional.of(
                        cause.getPath().stream().map(UnreadableField::step).collect(Collectors.joining("/", "#/", "")))
                : Optional.empty();
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() == null ? String.valueOf(reference.getIndex()) : reference.getPropertyName();
    }
}
