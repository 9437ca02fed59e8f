package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.actor.FriendRequest;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.jssdk.JsSdk;
import io.tilth.sandbox.message.Messages;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.AppEntry;
import io.tilth.sandbox.phone.View.Request;
import io.tilth.sandbox.phone.View.Row;
import io.tilth.sandbox.phone.View.WeCom;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** The member's phone: its chats and what is done in them. */
final class WeComRoutes {
    private static final String PHONE = Phone.ROOT + "/wecom/{member}";
    private static final String CHAT = PHONE + "/chats/{chat}";

    private final Platform platform;
    private final Actors actors;
    private final Messages messages;
    private final JsSdk jsSdk;
    private final Faces faces;
    private final WeComChats chats;
    private final Notices notices;
    private final Reading reading;
    private final Tasks tasks;

    WeComRoutes(Sandbox sandbox, Faces faces, Bubbles bubbles, GroupRooms groups, Tasks tasks) {
        this.platform = sandbox.platform();
        this.actors = sandbox.actors();
        this.messages = sandbox.features().messages();
        this.jsSdk = sandbox.features().jsSdk();
        this.faces = faces;
        this.chats = new WeComChats(platform, messages, faces, bubbles, groups);
        this.notices = new Notices(platform, messages);
        this.reading = new Reading(platform.world());
        this.tasks = tasks;
    }

    void serve(RoutesConfig http, Web web) {
        http.get(PHONE, web.read(this::phone));
        http.get(CHAT, web.read(context -> reading.chat(owner(context), chat(context))));
        http.post(CHAT + "/seen", web.silent(context -> reading.see(owner(context), chat(context))));
        http.post(CHAT + "/messages", web.silent(this::write));
        http.post(CHAT + "/press", web.silent(this::press));
        http.post(CHAT + "/rename", web.silent(this::rename));
        http.post(CHAT + "/bring", web.silent(this::bring));
        http.post(CHAT + "/remove", web.silent(this::remove));
        http.post(CHAT + "/dismiss", web.silent(context -> {
            String[] group = group(context);
            actors.groups().dismiss(group[1], group[2]);
        }));
        http.post(PHONE + "/focus", web.silent(this::focus));
        http.get(PHONE + "/known/{external}", web.read(this::known));
        http.post(PHONE + "/groups", web.deed(this::openGroup));
        http.post(PHONE + "/invite", web.silent(this::invite));
        http.post(PHONE + "/requests/{person}/accept", web.silent(this::accept));
    }

    private Object phone(Context http) {
        var member = member(http);
        List<Row> rows = chats.all(member)
                .map(chat -> reading.row(Faces.id(member), chat))
                .sorted(WeChatRoutes.NEWEST)
                .toList();
        long customers = platform.contacts().of(member).count();
        return new WeCom(
                faces.chosen(member),
                faces.company(member.corp()),
                member.isActive(),
                customers,
                rows,
                requests(member).toList(),
                tasks.of(member),
                apps(member).toList());
    }

    private Stream<Request> requests(Member member) {
        var asking = platform.world()
                .table(FriendRequest.class)
                .under(member.key() + "/")
                .map(request -> new Request(
                        request.person(), faces.of(faces.person(request.person())), request.hello(), request.at()));
        var half = platform.world()
                .table(Follow.class)
                .under(member.key() + "/")
                .filter(follow -> follow.bond() == Follow.Bond.HALF)
                .flatMap(follow -> platform.contacts().person(follow.corp(), follow.customer()).stream()
                        .map(person -> new Request(person.id(), faces.of(person), "对方已添加你", follow.at())));
        return Stream.concat(asking, half);
    }

    private Stream<AppEntry> apps(Member member) {
        return platform.world()
                .table(App.class)
                .under(member.corp() + "/")
                .filter(app -> app.kind() == App.Kind.SELF_BUILT || app.kind() == App.Kind.PROVIDER_DEVELOPED)
                .filter(app -> platform.visibility().sees(app, member))
                .map(app -> {
                    var pages = platform.world().find(AppPages.class, AppPages.key(app.corp(), app.agent()));
                    return new AppEntry(
                            Integer.toString(app.agent()),
                            app.name(),
                            pages.map(AppPages::home).filter(url -> !url.isEmpty()),
                            pages.map(AppPages::sidebar).filter(url -> !url.isEmpty()));
                });
    }

    private void write(Context http) {
        var member = member(http);
        var chat = chat(http);
        String text = Web.text(Web.body(http), "text");
        if (!chat.canWrite()) {
            throw new IllegalStateException("这里不能再发消息");
        }
        if (chat.kind() == View.Kind.GROUP) {
            String[] group = group(http);
            actors.groups().write(group[1], group[2], member.id(), text);
        } else {
            actors.members().write(member.corp(), member.id(), customer(member, chat), text);
        }
    }

    private void press(Context http) {
        var member = member(http);
        var body = Web.body(http);
        String message = notices.message(member, Web.text(body, "message"));
        messages.press(member.corp(), member.id(), message, Web.text(body, "key"), Map.of());
    }

    private void rename(Context http) {
        String[] group = group(http);
        actors.groups().rename(group[1], group[2], Web.text(Web.body(http), "name"));
    }

    private void bring(Context http) {
        String[] group = group(http);
        var guest = faces.person(Web.text(Web.body(http), "customer"));
        actors.groups().invite(group[1], group[2], member(http).id(), guest);
    }

    private void remove(Context http) {
        String[] group = group(http);
        actors.groups().remove(group[1], group[2], Web.text(Web.body(http), "seat"));
    }

    /** The sidebar is opened in a chat: from now on the script tells its page so. */
    private void focus(Context http) {
        var member = member(http);
        var chat = chats.find(member, Web.text(Web.body(http), "chat"));
        if (chat.kind() == View.Kind.GROUP) {
            String group = chat.id().split(":", 3)[2];
            jsSdk.enter(member.corp(), member.id(), "group_chat_tools", "", group);
        } else {
            jsSdk.enter(member.corp(), member.id(), "single_chat_tools", customer(member, chat), "");
        }
    }

    /** Whom the company calls so: a page names customers by that. */
    private Object known(Context http) {
        var corp = member(http).corp();
        var person = platform.contacts()
                .person(corp, http.pathParam("external"))
                .orElseThrow(() -> new NoSuchElementException("这家企业没有这位客户"));
        return Json.object("person", person.id());
    }

    private Object openGroup(Context http) {
        var member = member(http);
        var body = Web.body(http);
        var guests = body.path("customers")
                .valueStream()
                .map(id -> faces.person(id.asString("")))
                .toList();
        var group = actors.groups().open(member.corp(), member.id(), Web.text(body, "name"), List.of(), guests);
        return Json.object("chat", GroupRooms.id(group));
    }

    private void invite(Context http) {
        var member = member(http);
        var person = faces.person(Web.text(Web.body(http), "customer"));
        boolean friends = platform.contacts()
                .customer(member.corp(), person)
                .flatMap(known -> platform.contacts().follow(member.corp(), member.id(), known.id()))
                .filter(follow -> follow.bond() == Follow.Bond.FULL)
                .isPresent();
        if (friends) {
            throw new IllegalStateException("你们已经是好友");
        }
        var now = platform.clock().instant();
        platform.world().change(change -> {
            change.put(new Invitation(person.id(), member.corp(), member.id(), now));
            return person;
        });
    }

    private void accept(Context http) {
        var member = member(http);
        var person = faces.person(http.pathParam("person"));
        Optional<Follow> half = platform.contacts()
                .customer(member.corp(), person)
                .flatMap(known -> platform.contacts().follow(member.corp(), member.id(), known.id()))
                .filter(follow -> follow.bond() == Follow.Bond.HALF);
        if (half.isPresent()) {
            actors.members().complete(member.corp(), member.id(), half.get().customer());
        } else {
            actors.members().accept(member.corp(), member.id(), person);
        }
    }

    private String customer(Member member, Open chat) {
        return actors.customers()
                .known(member.corp(), faces.person(chat.id().substring(2)))
                .id();
    }

    /** {@code g}, the company and the group. */
    private static String[] group(Context http) {
        String[] parts = http.pathParam("chat").split(":", 3);
        if (parts.length != 3 || !parts[0].equals("g")) {
            throw new IllegalArgumentException("这不是一个群");
        }
        return parts;
    }

    private Member member(Context http) {
        return faces.member(http.pathParam("member"));
    }

    private Open chat(Context http) {
        return chats.find(member(http), http.pathParam("chat"));
    }

    private static String owner(Context http) {
        return http.pathParam("member");
    }
}
