package io.tilth.directory.member;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of people who come, change and leave. */
@Component
class MemberCallbacks implements CallbackConsumer {

    private final MemberNewsService news;

    MemberCallbacks(MemberNewsService news) {
        this.news = news;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("change_contact");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        for (var callback : callbacks) {
            switch (callback.change()) {
                case "create_user", "update_user" -> news.put(callback);
                case "delete_user" -> news.leave(callback);
                default -> {} // about departments
            }
        }
    }
}
