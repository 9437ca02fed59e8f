package io.tilth.content.material;

import io.tilth.content.DocumentReady;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class MaterialListener {

    private final PublishingService publishing;

    MaterialListener(PublishingService publishing) {
        this.publishing = publishing;
    }

    /** In the same transaction: a document is never ready without what waits for it. */
    @EventListener
    void on(DocumentReady event) {
        publishing.documentReady(event.file());
    }
}
