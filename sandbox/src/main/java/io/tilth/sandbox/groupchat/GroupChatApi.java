package io.tilth.sandbox.groupchat;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.groupchat.GroupChat.Seat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Customer groups, as an app may know them. */
public final class GroupChatApi implements Area {
    private static final int OWNERS = 100;
    private static final int MEMBERS_WITHOUT_FILTER = 1_000;
    private static final int LIST = 1_000;

    private final Platform platform;

    public GroupChatApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/groupchat/list", this::list)
                .read("/cgi-bin/externalcontact/groupchat/get", this::get);
    }

    private Answer list(Call call) {
        int status = call.integer("status_filter", 0);
        Code.BAD_PARAMETER.unless(status >= 0 && status <= 3);
        int limit = call.integer("limit", 0);
        Code.BAD_PARAMETER.unless(limit >= 1 && limit <= LIST);
        var owners = owners(call);
        var page = Page.of(
                call,
                limit,
                behind -> platform.groupChats()
                        .of(call, behind)
                        .filter(chat -> status == 0 || chat.status() == status)
                        .filter(chat -> owners.isEmpty() || owners.contains(Member.key(chat.corp(), chat.owner()))));
        return Answer.of(
                "group_chat_list",
                page.items().stream().map(chat -> Json.object("chat_id", chat.id(), "status", chat.status())),
                "next_cursor",
                Json.orNull(page.next()));
    }

    private Set<String> owners(Call call) {
        var users = Call.texts(call.field("owner_filter").path("userid_list"));
        Code.TOO_MANY.unless(users.size() <= OWNERS);
        if (users.isEmpty()) {
            long members = platform.visibility()
                    .members(call.app())
                    .limit(MEMBERS_WITHOUT_FILTER + 1L)
                    .count();
            Code.TOO_MANY.unless(members <= MEMBERS_WITHOUT_FILTER);
        }
        return users.stream().map(user -> Member.key(call.corp().id(), user)).collect(Collectors.toSet());
    }

    private Answer get(Call call) {
        var chat = platform.groupChats()
                .find(call.corp().id(), call.text("chat_id", Code.EMPTY_PARAMETER))
                .orElseThrow(() -> Code.BAD_PARAMETER.error("chat_id"));
        Code.USER_OUT_OF_SCOPE.unless(platform.groupChats().sees(call.app(), chat));
        boolean names = call.integer("need_name", 0) == 1;
        return Answer.of(
                "group_chat",
                Json.object(
                        "chat_id", chat.id(),
                        "name", chat.name(),
                        "owner", chat.owner(),
                        "create_time", chat.at(),
                        "notice", Json.orNull(chat.notice()),
                        "member_list", chat.seats().stream().map(seat -> seat(call, seat, names)),
                        "admin_list", chat.admins().stream().map(user -> Json.object("userid", user)),
                        "member_version", chat.version()));
    }

    private ObjectNode seat(Call call, Seat seat, boolean names) {
        var person = Optional.of(seat.person()).flatMap(id -> platform.world().find(Person.class, id));
        boolean union = call.corp().developerBound() && call.app().kind() != App.Kind.SUITE;
        return Json.object(
                "userid", seat.id(),
                "type", seat.type(),
                "unionid",
                        person.filter(one -> union && !one.usesWeCom())
                                .map(Person::unionid)
                                .orElse(null),
                "join_time", seat.at(),
                "join_scene", seat.scene(),
                "invitor", seat.invitor().isEmpty() ? null : Json.object("userid", seat.invitor()),
                "state", Json.orNull(seat.state()),
                "group_nickname", seat.nickname(),
                "name", names ? name(call, seat, person) : null);
    }

    private String name(Call call, Seat seat, Optional<Person> person) {
        return person.map(Person::name)
                .or(() -> platform.world()
                        .find(Member.class, call.key(seat.id().toLowerCase(java.util.Locale.ROOT)))
                        .map(Member::name))
                .orElse("");
    }
}
