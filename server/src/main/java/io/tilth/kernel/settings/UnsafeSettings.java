package io.tilth.kernel.settings;

import java.util.List;

/** The settings that keep the server from starting, each with what to do. */
class UnsafeSettings extends RuntimeException {

    private final List<String> complaints;

    UnsafeSettings(List<String> complaints) {
        super(String.join(" ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    List<String> complaints() {
        return complaints;
    }
}
