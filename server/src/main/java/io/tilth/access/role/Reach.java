package io.tilth.access.role;

import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import java.util.Set;

/** How far somebody reaches: what they may do, on whose rows, and whether they see phones and the like in full. */
record Reach(Set<String> rights, DataScope scope, boolean masked) {

    static Reach of(Caller caller) {
        return new Reach(caller.rights(), caller.scope(), caller.masked());
    }

    /** Whether the other reaches no further than this. */
    boolean covers(Reach other) {
        return rights.containsAll(other.rights) && scope.compareTo(other.scope) >= 0 && (!masked || other.masked);
    }
}
