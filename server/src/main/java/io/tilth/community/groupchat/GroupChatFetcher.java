package io.tilth.community.groupchat;

import io.tilth.community.groupchat.WantedChatRepository.Wanted;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomRefusal;
import org.springframework.stereotype.Component;

/** Asks WeCom for the chats that are wanted, outside any transaction. */
@Component
class GroupChatFetcher {

    private static final int ROUND = 50;

    private final TenantVisits visits;
    private final GroupChatNewsService news;
    private final WecomGroupChats wecom;

    GroupChatFetcher(TenantVisits visits, GroupChatNewsService news, WecomGroupChats wecom) {
        this.visits = visits;
        this.news = news;
        this.wecom = wecom;
    }

    /** One round; false when there was nothing to do. */
    boolean fetch(TenantId tenant) {
        return visits.apart(tenant, () -> {
            var round = news.due(ROUND);
            round.forEach(this::fetch);
            return !round.isEmpty();
        });
    }

    private void fetch(Wanted one) {
        try {
            news.settle(one, wecom.find(one.company(), one.chatId()));
        } catch (WecomRefusal refusal) {
            news.fail(one, refusal);
        }
    }
}
