package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.kf.Kf;
import io.tilth.sandbox.phone.Reading.Open;
import io.tilth.sandbox.phone.View.Kind;
import io.tilth.sandbox.phone.View.Known;
import io.tilth.sandbox.phone.View.Request;
import io.tilth.sandbox.phone.View.Row;
import io.tilth.sandbox.phone.View.WeChat;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The customer's phone. */
final class WeChatRoutes {
    /** Newest first; what nobody has written in stands below. */
    static final Comparator<Row> NEWEST =
            Comparator.comparing((Row row) -> row.at().orElse(Instant.EPOCH)).reversed();

    private static final String PHONE = Phone.ROOT + "/wechat/{person}";
    private static final String CHAT = PHONE + "/chats/{chat}";

    private final AtomicLong number = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final Platform platform;
    private final Actors actors;
    private final Kf kf;
    private final Faces faces;
    private final WeChatChats chats;
    private final Services services;
    private final Scans scans;
    private final Reading reading;

    WeChatRoutes(Sandbox sandbox, Faces faces, Bubbles bubbles, GroupRooms groups) {
        this.platform = sandbox.platform();
        this.actors = sandbox.actors();
        this.kf = sandbox.features().kf();
        this.faces = faces;
        this.services = new Services(platform, kf, faces, bubbles);
        this.chats = new WeChatChats(platform, faces, bubbles, groups, services);
        this.scans = new Scans(sandbox, faces, services);
        this.reading = new Reading(platform.world());
    }

    void serve(RoutesConfig http, Web web) {
        http.get(PHONE, web.read(this::phone));
        http.get(CHAT, web.read(context -> reading.chat(owner(context), chat(context))));
        http.post(CHAT + "/seen", web.silent(context -> reading.see(owner(context), chat(context))));
        http.post(CHAT + "/messages", web.silent(this::write));
        http.post(CHAT + "/delete", web.silent(this::delete));
        http.post(CHAT + "/leave", web.silent(this::leave));
        http.get(Phone.ROOT + "/codes", web.read(context -> scans.codes()));
        http.post(
                PHONE + "/scan", web.read(context -> scans.find(person(context), Web.text(Web.body(context), "text"))));
        http.post(PHONE + "/requests/{member}/accept", web.silent(this::accept));
        http.post(PHONE + "/add", web.deed(this::add));
    }

    private Object phone(Context http) {
        var person = person(http);
        List<Row> rows = chats.all(person)
                .map(chat -> reading.row(person.id(), chat))
                .sorted(NEWEST)
                .toList();
        var known = chats.known(person)
                .map(customer -> new Known(name(customer.corp()), customer.id()))
                .toList();
        return new WeChat(faces.of(person), person.unionid(), known, rows, requests(person));
    }

    private List<Request> requests(Person person) {
        return platform.world()
                .table(Invitation.class)
                .under(person.id() + "/")
                .map(asked -> new Request(
                        asked.corp() + ":" + asked.user(),
                        faces.outside(faces.member(asked.corp() + ":" + asked.user())),
                        "",
                        asked.at()))
                .toList();
    }

    private void accept(Context http) {
        var person = person(http);
        var member = faces.member(http.pathParam("member"));
        platform.world().change(change -> {
            var asked = change.find(Invitation.class, Invitation.key(person.id(), member))
                    .orElseThrow(() -> new NoSuchElementException("这个申请已经不在了"));
            change.remove(asked);
            return asked;
        });
        actors.members().add(member.corp(), member.id(), person);
    }

    private Object add(Context http) {
        var body = Web.body(http);
        String chat = scans.follow(
                person(http),
                Web.text(body, "text"),
                Web.text(body, "hello"),
                body.path("half").asBoolean(false));
        return Json.object("chat", chat);
    }

    private void write(Context http) {
        var person = person(http);
        var chat = chat(http);
        var body = Web.body(http);
        String type = body.path("link").isObject() ? "link" : "text";
        var content = type.equals("link") ? link(body.path("link")) : Json.object("content", Web.text(body, "text"));
        switch (chat.kind()) {
            case MEMBER -> toMember(person, chat, type, content);
            case GROUP -> inGroup(person, chat, type, content);
            case FRIEND -> toFriend(person, chat, type, content);
            default -> toService(person, chat, type, content);
        }
    }

    private void toMember(Person person, Open chat, String type, ObjectNode content) {
        var member = faces.member(chat.id().substring(2));
        if (!chat.canWrite()) {
            throw new IllegalStateException("对方不是你的好友，消息没有发出");
        }
        if (type.equals("text")) {
            actors.customers().write(person, member.corp(), member.id(), Web.text(content, "content"));
        } else {
            var known = actors.customers().known(member.corp(), person);
            String between = io.tilth.sandbox.chat.ChatMessage.between(member.id(), known.id());
            platform.world()
                    .change(change -> platform.chats().say(change, member.corp(), between, known.id(), type, content));
        }
    }

    private void inGroup(Person person, Open chat, String type, ObjectNode content) {
        String[] parts = chat.id().split(":", 3);
        String seat = seat(chat);
        if (type.equals("text")) {
            actors.groups().write(parts[1], parts[2], seat, Web.text(content, "content"));
        } else {
            platform.world().change(change -> platform.chats().say(change, parts[1], parts[2], seat, type, content));
        }
    }

    private void toFriend(Person person, Open chat, String type, ObjectNode content) {
        String pair = FriendMessage.pair(person.id(), chat.id().substring(2));
        platform.world().change(change -> {
            var now = platform.clock().instant();
            var message = new FriendMessage(pair, number.incrementAndGet(), person.id(), type, content.toString(), now);
            change.put(message);
            return message;
        });
    }

    private void toService(Person person, Open chat, String type, ObjectNode content) {
        var account = services.account(chat.id());
        var known = actors.customers().known(account.corp(), person);
        kf.say(account.corp(), account.id(), known.id(), type, content);
    }

    private void delete(Context http) {
        var chat = chat(http);
        if (chat.kind() != Kind.MEMBER) {
            throw new IllegalArgumentException("只能删除企业微信联系人");
        }
        var member = faces.member(chat.id().substring(2));
        actors.customers().delete(person(http), member.corp(), member.id());
    }

    private void leave(Context http) {
        var chat = chat(http);
        String[] parts = chat.id().split(":", 3);
        actors.groups().leave(parts[1], parts[2], seat(chat));
    }

    private static String seat(Open chat) {
        return chat.seats().stream()
                .filter(View.Seat::me)
                .findFirst()
                .map(View.Seat::id)
                .orElseThrow(() -> new IllegalStateException("你已不在这个群里"));
    }

    private static ObjectNode link(JsonNode link) {
        return Json.object(
                "title", Web.text(link, "title"),
                "desc", Web.text(link, "text"),
                "url", Web.text(link, "url"),
                "picurl", Json.orNull(Web.text(link, "picture")));
    }

    private Person person(Context http) {
        return faces.person(http.pathParam("person"));
    }

    private Open chat(Context http) {
        return chats.find(person(http), http.pathParam("chat"));
    }

    private static String owner(Context http) {
        return http.pathParam("person");
    }

    private String name(String corp) {
        return platform.world().find(Corp.class, corp).map(Corp::name).orElse(corp);
    }
}
