package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Sandboxed;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Probing;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contactway.ContactWay;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.wecom.CallbackAddresses;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company with three members, callbacks on, and people who scan. */
public abstract class ChannelCodeKit extends Sandboxed {

    private static final AtomicInteger PEOPLE = new AtomicInteger(1_000);
    private static final String RIGHTS =
            "channel-code:read,channel-code:write,welcome:read,customer:read,wecom:read,wecom:write,audit:read";

    @Autowired
    CallbackAddresses addresses;

    protected Actors actors;
    protected Probing marketer;

    @BeforeEach
    void listen() {
        seed(3, 0);
        sync();
        actors = new Actors(SANDBOX.platform());
        marketer = new Probing(port, acme.tenant(), UUID.randomUUID(), RIGHTS);
        var issued = in(() -> addresses.issue(company, CORP));
        var address = new App.CallbackAddress(
                "http://localhost:" + port + issued.url().getPath(), issued.token(), issued.aesKey(), Set.of());
        actors.admins().set(CORP, EmptyCompany.AGENT, app -> app.with(address));
    }

    @AfterEach
    void noMoreFaults() {
        SANDBOX.faults().set(Faults.none());
    }

    protected JsonNode channel(String name) {
        return made("/api/v1/channels", "{\"name\": \"" + name + "\", \"parentId\": null, \"order\": 0}");
    }

    protected JsonNode made(String path, String body) {
        var answer = marketer.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body());
    }

    protected JsonNode show(JsonNode code) {
        return json(marketer.get("/api/v1/channel-codes/" + id(code)).body());
    }

    protected JsonNode figures(JsonNode code) {
        return json(
                marketer.get("/api/v1/channel-codes/" + id(code) + "/figures").body());
    }

    protected static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    protected static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    protected MemberId member(int number) {
        return in(() -> jdbc.sql("select id from directory.member where tenant_id = :tenant and user_id = :user")
                .param("user", "member" + number)
                .query((row, index) -> new MemberId(row.getObject("id", UUID.class)))
                .single());
    }

    protected Person somebody() {
        int number = PEOPLE.incrementAndGet();
        return actors.customers().appear(Person.wechat("u" + number, "客人" + number, 1));
    }

    /** WeCom's side of the code. */
    protected ContactWay way(JsonNode code) {
        var config = in(
                () -> jdbc.sql("select config_id from acquisition.channel_code where tenant_id = :tenant and id = :id")
                        .param("id", UUID.fromString(id(code)))
                        .query(String.class)
                        .single());
        return SANDBOX.world()
                .find(ContactWay.class, ContactWay.key(CORP, config))
                .orElseThrow();
    }

    protected Follow scan(Person person, JsonNode code) {
        return actors.customers()
                .scan(person, SANDBOX.platform().qrCodes().content(way(code).id()))
                .orElseThrow();
    }

    protected List<String> heard(Follow follow) {
        return SANDBOX.platform().chats().of(CORP, ChatMessage.between(follow.user(), follow.customer())).stream()
                .filter(one -> one.type().equals("text"))
                .map(one -> json(one.body()).path("content").asString())
                .toList();
    }

    protected Follow now(Follow follow) {
        return SANDBOX.world().find(Follow.class, follow.key()).orElseThrow();
    }

    protected static void eventually(Callable<Boolean> that) {
        Awaitility.await().pollInSameThread().until(that);
    }

    protected String body(JsonNode channel, String name, String more) {
        return form(
                channel, name, "\"" + member(0).value() + "\"", "\"" + member(1).value() + "\"", more);
    }

    /** @param more fields that come last and so win */
    protected static String form(JsonNode channel, String name, String members, String spares, String more) {
        return """
                {"name": "%s", "channelId": "%s", "members": [%s], "departments": [], "spares": [%s], "dailyCap": null,
                 "byRest": false, "balanced": false, "skipVerify": true, "exclusive": false, "tags": [], "remark": "",
                 "stageId": null, "welcome": {"on": true, "day": "您好,我是{称呼}", "night": "", "materials": [],
                 "pieces": []}, "expiresAt": null%s}""".formatted(name, id(channel), members, spares, more.isEmpty() ? "" : ", " + more);
    }
}
