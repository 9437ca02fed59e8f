package io.tilth.community.groupchat;

import io.tilth.wecom.Callback;
import io.tilth.wecom.CallbackConsumer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of group chats that are made, change and are dismissed. */
@Component
class GroupChatCallbacks implements CallbackConsumer {

    private final GroupChatNewsService news;

    GroupChatCallbacks(GroupChatNewsService news) {
        this.news = news;
    }

    @Override
    public boolean hears(String event) {
        return event.equals("change_external_chat");
    }

    @Override
    public void accept(List<Callback> callbacks) {
        callbacks.forEach(news::hear);
    }
}
