package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomGroupChats;
import io.tilth.wecom.WecomRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class GroupChatCalls implements WecomGroupChats {

    /** No such chat; dismissed; its owner is out of the app's scope. */
    private static final Set<Integer> GONE = Set.of(40050, 49008, 60021);

    private static final int MOST_AT_ONCE = 1_000;
    private static final int EXTERNAL = 2;

    private final Asking asking;

    GroupChatCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Chats owned(CompanyId company, List<String> owners, Optional<String> cursor) {
        var answer = asking.post(
                company,
                "externalcontact/groupchat/list",
                Map.of(
                        "status_filter",
                        0,
                        "owner_filter",
                        Map.of("userid_list", owners),
                        "cursor",
                        cursor.orElse(""),
                        "limit",
                        MOST_AT_ONCE));
        var chats = answer.path("group_chat_list")
                .valueStream()
                .map(node -> new Listed(Fields.text(node, "chat_id"), (int) Fields.number(node, "status")))
                .toList();
        return new Chats(chats, Fields.nextCursor(answer));
    }

    @Override
    public Optional<Chat> find(CompanyId company, String chatId) {
        try {
            var body = Map.of("chat_id", chatId, "need_name", 1);
            return Optional.of(chat(
                    asking.post(company, "externalcontact/groupchat/get", body).path("group_chat")));
        } catch (WecomRefusal refusal) {
            if (GONE.contains(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Chat chat(JsonNode node) {
        return new Chat(
                Fields.text(node, "chat_id"),
                Fields.text(node, "name"),
                Fields.user(node, "owner"),
                Fields.moment(node, "create_time"),
                Fields.text(node, "notice"),
                node.path("member_list").valueStream().map(GroupChatCalls::seat).toList(),
                node.path("admin_list")
                        .valueStream()
                        .map(admin -> Fields.user(admin, "userid"))
                        .toList());
    }

    private static Seat seat(JsonNode node) {
        boolean external = Fields.number(node, "type") == EXTERNAL;
        var id = Fields.text(node, "userid");
        return new Seat(
                external ? id : Fields.user(id),
                external,
                Fields.optional(node, "name"),
                Fields.optional(node, "unionid"),
                Fields.moment(node, "join_time"),
                (int) Fields.number(node, "join_scene"),
                Fields.optional(node.path("invitor"), "userid").map(Fields::user),
                Fields.optional(node, "state"));
    }
}
