package io.tilth.community.groupchat;

import io.tilth.directory.MemberJoined;
import io.tilth.directory.MemberLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class GroupChatListener {

    private final GroupChatNewsService news;

    GroupChatListener(GroupChatNewsService news) {
        this.news = news;
    }

    @ApplicationModuleListener
    void on(MemberLeft event) {
        news.ownersChanged(event.member());
    }

    @ApplicationModuleListener
    void on(MemberJoined event) {
        news.ownersChanged(event.member());
    }
}
