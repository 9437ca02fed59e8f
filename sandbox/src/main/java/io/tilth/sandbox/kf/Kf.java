package io.tilth.sandbox.kf;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The conversations, and what customers and servicers do in them. */
public final class Kf {
    static final Duration SOON = Duration.ofSeconds(20);
    static final Duration LONG = Duration.ofHours(48);

    private final Platform platform;
    private final Index<KfMessage> byCustomer;
    private final Index<KfToken> tokens;

    public Kf(Platform platform) {
        this.platform = platform;
        this.byCustomer = platform.world()
                .table(KfMessage.class)
                .index(message -> KfSession.key(message.corp(), message.account(), message.customer()));
        this.tokens = platform.world().table(KfToken.class).index(token -> token.corp() + "/" + token.account());
    }

    /** The whole conversation, oldest first. */
    public Stream<KfMessage> conversation(String corp, String account, String customer) {
        return byCustomer.of(KfSession.key(corp, account, customer));
    }

    public Optional<KfSession> session(String corp, String account, String customer) {
        return platform.world().find(KfSession.class, KfSession.key(corp, account, customer));
    }

    /** A customer opens the chat, by a link with a scene. */
    public void enter(String corp, String account, String customer, String scene, String parameter) {
        enter(corp, account, customer, scene, parameter, null);
    }

    /** The same, from the company's channel (视频号); {@code channels} tells which and where. */
    public void enter(
            String corp, String account, String customer, String scene, String parameter, ObjectNode channels) {
        platform.world().change(change -> {
            var now = platform.clock().instant();
            var session = need(change, corp, account, customer);
            change.put(session);
            var event = Json.object(
                    "event_type",
                    "enter_session",
                    "open_kfid",
                    account,
                    "external_userid",
                    customer,
                    "scene",
                    Json.orNull(scene),
                    "scene_param",
                    Json.orNull(parameter),
                    "welcome_code",
                    session.isTooLate(now) ? code(change, session, true, SOON).code() : null,
                    "wechat_channels",
                    channels);
            happened(change, session, event);
            return session;
        });
    }

    /** A customer says something; {@code type} and {@code content} as the platform writes them. */
    public KfMessage say(String corp, String account, String customer, String type, ObjectNode content) {
        return platform.world().change(change -> {
            var session =
                    need(change, corp, account, customer).heard(platform.clock().instant());
            change.put(session);
            return put(change, session, KfMessage.OF_CUSTOMER, "", type, content);
        });
    }

    /** A message of the API did not arrive; {@code type} is the platform's number for the reason. */
    public void fail(String corp, String account, String customer, String message, int type) {
        platform.world().change(change -> {
            var session = need(change, corp, account, customer);
            var event = Json.object(
                    "event_type", "msg_send_fail",
                    "open_kfid", account,
                    "external_userid", customer,
                    "fail_msgid", message,
                    "fail_type", type);
            happened(change, session, event);
            return session;
        });
    }

    /** The servicer whose turn it is says something in WeCom. */
    public KfMessage answer(String corp, String account, String customer, String text) {
        return platform.world().change(change -> {
            var session = need(change, corp, account, customer);
            return put(
                    change, session, KfMessage.OF_SERVICER, session.servicer(), "text", Json.object("content", text));
        });
    }

    /** A servicer takes the conversation in WeCom, or ends it there. */
    public void turn(String corp, String account, String customer, KfSession.State state, String servicer) {
        platform.world().change(change -> {
            var before = need(change, corp, account, customer);
            var session = before.to(state, state == KfSession.State.HUMAN ? servicer : "");
            change.put(session);
            boolean ends = state == KfSession.State.ENDED;
            boolean taken = before.state() == KfSession.State.HUMAN;
            var event = Json.object(
                    "event_type",
                    "session_status_change",
                    "open_kfid",
                    account,
                    "external_userid",
                    customer,
                    "change_type",
                    ends ? 3 : taken ? 2 : 1,
                    "old_servicer_userid",
                    Json.orNull(before.servicer()),
                    "new_servicer_userid",
                    Json.orNull(session.servicer()),
                    "msg_code",
                    !ends && taken
                            ? null
                            : code(change, session, false, ends ? SOON : LONG).code());
            happened(change, session, event);
            return session;
        });
    }

    /** The newest token that a callback brought for the account. */
    public Optional<String> token(String corp, String account) {
        return tokens.of(corp + "/" + account)
                .max(Comparator.comparing(KfToken::givenAt))
                .map(KfToken::value);
    }

    KfMessage put(Change change, KfSession session, int origin, String servicer, String type, ObjectNode content) {
        return put(change, session, "", origin, servicer, type, content);
    }

    /** With an id of the caller's own; empty for one of ours. */
    KfMessage put(
            Change change, KfSession session, String id, int origin, String servicer, String type, ObjectNode content) {
        var message = new KfMessage(
                session.corp(),
                session.account(),
                next(change, session),
                id.isEmpty() ? platform.ids().letters(32) : id,
                session.customer(),
                origin,
                servicer,
                type,
                content,
                platform.clock().instant());
        change.put(message);
        if (origin != KfMessage.OF_API) {
            tell(change, session);
        }
        return message;
    }

    KfCode code(Change change, KfSession session, boolean menuToo, Duration life) {
        Instant until = platform.clock().instant().plus(life);
        var code = new KfCode(
                platform.ids().letters(32), session.corp(), session.account(), session.customer(), menuToo, until);
        change.put(code);
        return code;
    }

    private KfSession need(Change change, String corp, String account, String customer) {
        change.find(KfAccount.class, corp + "/" + account)
                .orElseThrow(() -> new NoSuchElementException("There is no such account"));
        return change.find(KfSession.class, KfSession.key(corp, account, customer))
                .orElseGet(() -> KfSession.begin(corp, account, customer));
    }

    private void happened(Change change, KfSession session, ObjectNode event) {
        put(change, session, KfMessage.OF_PLATFORM, "", "event", event);
    }

    private long next(Change change, KfSession session) {
        String counter = "kf/" + session.corp() + "/" + session.account();
        long next = change.find(Counter.class, counter).map(Counter::value).orElse(0L) + 1;
        change.put(new Counter(counter, next));
        return next;
    }

    /** Every app with the right to 微信客服 hears that there is something to fetch, not what. */
    private void tell(Change change, KfSession session) {
        var now = platform.clock().instant();
        tokens.of(session.corp() + "/" + session.account())
                .filter(token -> !token.lives(now))
                .forEach(change::remove);
        var token = new KfToken(platform.ids().letters(48), session.corp(), session.account(), now);
        change.put(token);
        var event = Event.of("kf_msg_or_event")
                .text("Token", token.value())
                .text("OpenKfId", session.account())
                .about(session.account());
        platform.world()
                .table(App.class)
                .under(session.corp() + "/")
                .filter(app -> app.rights().contains(App.Right.KF))
                .filter(app ->
                        app.callback().filter(to -> to.wants(event.name())).isPresent())
                .forEach(app -> platform.callbacks().say(change, app, event, ""));
    }
}
