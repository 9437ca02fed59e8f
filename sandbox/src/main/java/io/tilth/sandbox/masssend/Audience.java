package io.tilth.sandbox.masssend;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** To whom a mass message goes, by the members who are to send it; and those whom nobody can send to. */
final class Audience {
    private static final int CUSTOMERS = 10_000;
    private static final int CHATS = 2_000;
    private static final int TAGS = 100;

    private final Map<String, List<String>> bySender = new LinkedHashMap<>();
    private final List<String> unreachable = new ArrayList<>();
    private final Platform platform;
    private final Call call;
    private final String corp;

    private Audience(Platform platform, Call call) {
        this.platform = platform;
        this.call = call;
        this.corp = call.corp().id();
    }

    static Audience ofCustomers(Platform platform, Call call) {
        var audience = new Audience(platform, call);
        audience.customers();
        return audience;
    }

    static Audience ofGroups(Platform platform, Call call) {
        var audience = new Audience(platform, call);
        audience.groups();
        return audience;
    }

    Map<String, List<String>> bySender() {
        return bySender;
    }

    List<String> unreachable() {
        return unreachable;
    }

    private void customers() {
        var named = call.texts("external_userid");
        Code.TOO_MANY.unless(named.size() <= CUSTOMERS);
        String sender = call.text("sender");
        var filter = call.body().path("tag_filter").path("group_list");
        Code.EMPTY_PARAMETER.unless(!named.isEmpty() || !sender.isEmpty() || !filter.isEmpty());
        for (var group : filter) {
            Code.TOO_MANY.unless(group.path("tag_list").size() <= TAGS);
        }
        if (named.isEmpty()) {
            senders(sender)
                    .forEach(member -> platform.contacts()
                            .of(member)
                            .filter(follow -> fits(follow, filter))
                            .forEach(follow -> add(member.id(), follow.customer())));
        } else {
            named.stream()
                    .distinct()
                    .forEach(customer -> sender(customer, sender)
                            .ifPresentOrElse(follow -> add(follow.user(), customer), () -> unreachable.add(customer)));
        }
    }

    private Stream<Member> senders(String sender) {
        return sender.isEmpty()
                ? new io.tilth.sandbox.corp.Visibility(platform.world()).members(call.app())
                : Stream.of(platform.contacts().member(call.app(), sender));
    }

    /** The named sender, else the one who last talked with the customer. */
    private Optional<Follow> sender(String customer, String sender) {
        return platform.contacts()
                .followers(call.app(), customer, "")
                .filter(follow -> sender.isEmpty() || follow.user().equalsIgnoreCase(sender))
                .max(Comparator.<Follow>comparingLong(this::lastWord).thenComparing(Follow::at));
    }

    private long lastWord(Follow follow) {
        return platform.chats().of(corp, ChatMessage.between(follow.user(), follow.customer())).stream()
                .mapToLong(ChatMessage::id)
                .max()
                .orElse(0);
    }

    /** Of each group of tags the customer must have one. */
    private static boolean fits(Follow follow, JsonNode groups) {
        return groups.valueStream()
                .allMatch(group -> Call.texts(group.path("tag_list")).stream().anyMatch(follow.tags()::contains));
    }

    private void groups() {
        var owner = platform.contacts().member(call.app(), call.text("sender", Code.EMPTY_PARAMETER));
        var named = call.texts("chat_id_list");
        Code.TOO_MANY.unless(named.size() <= CHATS);
        var own = platform.world()
                .table(GroupChat.class)
                .under(corp + "/")
                .filter(chat -> !chat.dismissed() && chat.owner().equalsIgnoreCase(owner.id()))
                .map(GroupChat::id)
                .toList();
        for (String chat : named.isEmpty() ? own : named) {
            if (own.contains(chat)) {
                add(owner.id(), chat);
            } else {
                unreachable.add(chat);
            }
        }
    }

    private void add(String sender, String target) {
        bySender.computeIfAbsent(sender, any -> new ArrayList<>()).add(target);
    }
}
