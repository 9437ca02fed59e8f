package io.tilth.guard.statement;

import io.tilth.guard.statement.Reading.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may touch what: a module its own schema, and the views of modules that it uses. */
class Ownership {

    private static final Set<String> OF_FRAMEWORKS = Set.of(
            "kernel.event_publication",
            "kernel.event_publication_archive",
            "kernel.session",
            "kernel.session_attributes",
            "kernel.scheduled_tasks");

    private final Map<String, List<String>> moduleUses;

    Ownership(Map<String, List<String>> moduleUses) {
        this.moduleUses = moduleUses;
    }

    Optional<String> fault(Use use, Speaker speaker) {
        boolean allowed = switch (speaker.kind()) {
            case TEST -> true;
            case FRAMEWORK -> OF_FRAMEWORKS.contains(use.fullName());
            case NOBODY -> false;
            case MODULE -> isKernelsCatalog(speaker) || mayUse(use, speaker.module());
        };
        return allowed
                ? Optional.empty()
                : Optional.of(speaker + " may not " + (use.write() ? "write" : "read") + " " + use.fullName());
    }

    /** Export and erasure go through all tables; which, they read from the catalogue. */
    private static boolean isKernelsCatalog(Speaker speaker) {
        return speaker.module().equals("kernel") && speaker.room().equals("catalog");
    }

    private boolean mayUse(Use use, String module) {
        return use.schema().equals(module)
                || !use.write()
                        && use.view()
                        && moduleUses.getOrDefault(module, List.of()).contains(use.schema());
    }
}
