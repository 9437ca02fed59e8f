package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code contact_list}: everybody outside whom the company has served, friend for friend and seat for seat. */
public final class ServedApi implements Area {
    private static final int MOST = 1_000;
    private static final int HOURS = 4;
    private static final String CHAT = "~";

    private final Platform platform;

    public ServedApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/contact_list", this::list);
    }

    private Answer list(Call call) {
        int limit = call.limit(MOST, MOST);
        String behind = Page.read(call.text("cursor"));
        var rows = Stream.concat(friends(call, behind), guests(call, behind))
                .limit(limit + 1L)
                .toList();
        return Answer.of(
                "info_list",
                rows.stream().limit(limit).map(Row::info),
                "next_cursor",
                rows.size() > limit ? Page.cursor(rows.get(limit - 1).place()) : null);
    }

    private Stream<Row> friends(Call call, String behind) {
        return behind.startsWith(CHAT)
                ? Stream.empty()
                : platform.world()
                        .table(Follow.class)
                        .under(call.corp().id() + "/", behind)
                        .filter(follow -> platform.contacts().sees(call.app(), follow))
                        .map(follow -> new Row(
                                follow.key(),
                                Json.object(
                                        "is_customer", true,
                                        "tmp_openid", temporary(follow.customer()),
                                        "external_userid", follow.customer(),
                                        "follow_userid", follow.user(),
                                        "add_time", follow.at())));
    }

    private Stream<Row> guests(Call call, String behind) {
        return platform.groupChats()
                .of(call, "")
                .flatMap(chat -> IntStream.range(0, chat.seats().size())
                        .filter(nth -> chat.seats().get(nth).type() == 2)
                        .mapToObj(nth -> new Row(
                                CHAT + chat.key() + "%04d".formatted(nth),
                                seat(chat, chat.seats().get(nth))))
                        .filter(row -> !behind.startsWith(CHAT) || row.place().compareTo(behind) > 0));
    }

    /** Only somebody whom a member has is named by an id that lasts. */
    private ObjectNode seat(GroupChat chat, Seat seat) {
        boolean known =
                platform.contacts().followers(chat.corp(), seat.id()).findAny().isPresent();
        String name = platform.world()
                .find(Person.class, seat.person())
                .map(Person::name)
                .orElse("");
        return Json.object(
                "is_customer",
                known,
                "name",
                known ? null : name,
                "tmp_openid",
                temporary(seat.id()),
                "external_userid",
                known ? seat.id() : null,
                "chat_id",
                known ? chat.id() : null,
                "chat_name",
                known ? null : chat.name(),
                "follow_userid",
                chat.owner(),
                "add_time",
                seat.at());
    }

    /** The same person has the same id for four hours. */
    private String temporary(String customer) {
        long span = platform.clock().seconds() / (HOURS * 3_600L);
        return "tmp" + Long.toString((customer + span).hashCode() & 0xffffffffL, 36) + customer.substring(2, 18);
    }

    private record Row(String place, ObjectNode info) {}
}
