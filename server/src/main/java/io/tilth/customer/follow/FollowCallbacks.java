package io.tilth.customer.follow;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Hears of friendships that begin, change and end. */
@Component
class FollowCallbacks implements CallbackConsumer {

    private static final Set<String> HEARD = Set.of(
            "add_external_contact",
            "add_half_external_contact",
            "edit_external_contact",
            "del_external_contact",
            "del_follow_user",
            "transfer_fail");

    private final FollowNewsService follows;

    FollowCallbacks(FollowNewsService follows) {
        this.follows = follows;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("change_external_contact");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        callbacks.stream()
                .filter(callback -> HEARD.contains(callback.change()))
                .collect(Collectors.groupingBy(Callback::company, LinkedHashMap::new, Collectors.toList()))
                .forEach(follows::hear);
    }
}
