package io.tilth.wecom;

import java.util.List;

/**
 * Hears callbacks. Implemented by the modules above; called in the tenant's scope and in the transaction that also
 * marks the callbacks as done, so an effect and its callback stand or fall together.
 */
public interface CallbackConsumer {

    /** Whether it wants callbacks of this event, such as {@code change_external_contact}. */
    boolean hears(String event);

    /**
     * Takes callbacks of one lane, in the order of their time. A member's news about one customer always come in one
     * lane; an older one may still come late, so an effect compares times. May come again after a failure. Calls
     * nobody outside.
     */
    void accept(List<Callback> callbacks);
}
