package io.tilth.customer.tag;

import io.tilth.customer.Profiles;
import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of corp tags made, changed, removed and put in another order. */
@Component
class TagCallbacks implements CallbackConsumer {

    private final TagService tags;
    private final Profiles profiles;

    TagCallbacks(TagService tags, Profiles profiles) {
        this.tags = tags;
        this.profiles = profiles;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("change_external_tag");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        callbacks.stream().map(Callback::company).distinct().forEach(company -> {
            tags.want(company);
            profiles.wake(company);
        });
    }
}
