package io.tilth.sandbox.statistic;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Figures of customer groups, by owner or by day. */
public final class GroupStatisticApi implements Area {
    private static final List<String> ORDERS =
            List.of("", "new_chat_cnt", "chat_total", "new_member_cnt", "member_total");

    private final Platform platform;

    public GroupStatisticApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/groupchat/statistic", this::byOwner)
                .read("/cgi-bin/externalcontact/groupchat/statistic_group_by_day", this::byDay);
    }

    private Answer byOwner(Call call) {
        var days = days(call);
        int order = call.integer("order_by", 1);
        Code.BAD_PARAMETER.unless(order >= 1 && order < ORDERS.size());
        Comparator<ObjectNode> sort = Comparator.comparing(
                item -> item.path("data").path(ORDERS.get(order)).asLong());
        var items = owners(call).entrySet().stream()
                .map(owner -> Json.object("owner", owner.getKey(), "data", data(owner.getValue(), days)))
                .sorted(call.integer("order_asc", 0) == 1 ? sort : sort.reversed())
                .toList();
        int from = Math.min(call.integer("offset", 0), items.size());
        int to = Math.min(from + call.limit(500, 1_000), items.size());
        return Answer.of("total", items.size(), "next_offset", to, "items", items.subList(from, to));
    }

    private Answer byDay(Call call) {
        var chats = owners(call).values().stream().flatMap(List::stream).toList();
        return Answer.of(
                "items",
                days(call)
                        .each()
                        .map(day -> Json.object(
                                "stat_time", Days.start(day), "data", data(until(chats, day), new Days(day, day)))));
    }

    private Days days(Call call) {
        return Days.of(
                call,
                "day_begin_time",
                "day_end_time",
                Days.day(platform.clock().seconds()));
    }

    private Map<String, List<GroupChat>> owners(Call call) {
        Set<String> wanted = Call.texts(call.field("owner_filter").path("userid_list")).stream()
                .map(user -> Member.key(call.corp().id(), user))
                .collect(Collectors.toSet());
        Code.TOO_MANY.unless(wanted.size() <= 100);
        return platform.groupChats()
                .of(call, "")
                .filter(chat -> wanted.isEmpty() || wanted.contains(Member.key(chat.corp(), chat.owner())))
                .collect(Collectors.groupingBy(GroupChat::owner, TreeMap::new, Collectors.toList()));
    }

    private static List<GroupChat> until(List<GroupChat> chats, LocalDate day) {
        return chats.stream()
                .filter(chat -> !Days.day(chat.at().getEpochSecond()).isAfter(day))
                .toList();
    }

    private ObjectNode data(List<GroupChat> chats, Days days) {
        var said = chats.stream()
                .map(chat -> messages(chat, days))
                .filter(one -> !one.isEmpty())
                .toList();
        Stream<Seat> seats = chats.stream().flatMap(chat -> chat.seats().stream());
        return Json.object(
                "new_chat_cnt",
                chats.stream().filter(chat -> days.have(chat.at())).count(),
                "chat_total",
                chats.size(),
                "chat_has_msg",
                said.size(),
                "new_member_cnt",
                seats.filter(seat -> days.have(seat.at())).count(),
                "member_total",
                chats.stream().mapToInt(chat -> chat.seats().size()).sum(),
                "member_has_msg",
                said.stream()
                        .mapToLong(one ->
                                one.stream().map(ChatMessage::from).distinct().count())
                        .sum(),
                "msg_total",
                said.stream().mapToInt(List::size).sum(),
                "migrate_trainee_chat_cnt",
                0);
    }

    private List<ChatMessage> messages(GroupChat chat, Days days) {
        return platform.world()
                .table(ChatMessage.class)
                .under(ChatMessage.folder(chat.corp(), chat.id()))
                .filter(message -> days.have(message.at()))
                .toList();
    }
}
