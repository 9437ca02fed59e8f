package io.tilth.community.groupchat;

import io.tilth.community.groupchat.WantedChatRepository.Wanted;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks WeCom for the chats that are wanted, outside any transaction. */
@Component
class GroupChatFetcher {

    private static final Logger log = LoggerFactory.getLogger(GroupChatFetcher.class);

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
        } catch (RuntimeException failure) {
            if (!(failure instanceof WecomRefusal)) {
                log.error("A group chat could not be asked for.", failure);
            }
            // Whatever it was, it waits a while: due again at once, it would be asked for in a circle.
            news.fail(one, failure);
        }
    }
}
