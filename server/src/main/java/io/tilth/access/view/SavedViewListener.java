package io.tilth.access.view;

import io.tilth.access.AccountRemoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class SavedViewListener {

    private final SavedViewService views;

    SavedViewListener(SavedViewService views) {
        this.views = views;
    }

    /** At once: within the module there is nothing to wait for, and both go or neither does. */
    @EventListener
    void on(AccountRemoved event) {
        views.forget(event.account());
    }
}
