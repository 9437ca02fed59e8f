package io.tilth.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The trail of the current tenant: who did what to whom. A line once written stays as it is. */
public interface Audit {

    /**
     * Notes a deed of the current caller, or of the system when nobody is calling, in the current transaction.
     *
     * @param action {@code thing.deed}, such as {@code account.frozen}
     */
    void note(String action, Subject subject, Map<String, ?> detail);

    // Not a default method: such a one belongs to the interface, and the implementation's @Transactional misses it.
    void note(String action, Subject subject);

    /** As {@link #note} for somebody who is not (yet) the caller, such as a person signing in. */
    void noteOf(UUID account, String name, String action, Subject subject, Map<String, ?> detail);

    /** To whom or what it was done. */
    record Subject(String kind, String id, Optional<String> name) {

        public static Subject of(String kind, Object id, String name) {
            return new Subject(kind, id.toString(), Optional.of(name));
        }

        public static Subject of(String kind, Object id) {
            return new Subject(kind, id.toString(), Optional.empty());
        }
    }
}
