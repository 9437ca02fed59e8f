package io.tilth.messaging.welcome;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Sandboxed;
import io.tilth.directory.MemberId;
import io.tilth.messaging.Welcomes;
import io.tilth.messaging.Welcomes.Greeting;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contact.Welcome;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.WelcomeMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Members, friends who have just come, and what WeCom has said to them. */
abstract class WelcomeKit extends Sandboxed {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    static final String TEXT = "您好{客户},我是{称呼}。";

    /** When the look-out would come upon a stored one: never before a test has taken it. */
    static final Instant NOT_YET = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    Welcomes welcomes;

    @Autowired
    WelcomeService service;

    @Autowired
    WelcomeContent content;

    @Autowired
    WelcomePictureService pictures;

    @Autowired
    WelcomeMessages wecom;

    @Autowired
    CallbackAddresses addresses;

    Actors actors;

    @BeforeEach
    void listen() {
        seed(2, 0);
        sync();
        actors = new Actors(SANDBOX.platform());
        var issued = in(() -> addresses.issue(company, CORP));
        var address = new App.CallbackAddress(
                "http://localhost:" + port + issued.url().getPath(), issued.token(), issued.aesKey(), Set.of());
        actors.admins().set(CORP, EmptyCompany.AGENT, app -> app.with(address));
    }

    @AfterEach
    void noMoreFaults() {
        SANDBOX.faults().set(Faults.none());
    }

    int store(UUID id, Friend friend) {
        jdbc.sql("""
                insert into messaging.waiting_welcome (id, tenant_id, next_at)
                values (:id, :tenant, :next)
                """)
                .param("id", id)
                .param("next", NOT_YET.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                insert into messaging.welcome (tenant_id, id, company_id, customer_id, follow_id, member_id, added_at,
                    completes, code, words, state)
                values (:tenant, :id, :company, :customer, :follow, :member, :added, false, :code,
                    '{"text": "您好", "materials": [], "attachments": []}', 'QUEUED')
                """)
                .param("id", id)
                .param("company", company.value())
                .param("customer", friend.customer().value())
                .param("follow", friend.follow().value())
                .param("member", friend.member().value())
                .param("added", friend.at().atOffset(ZoneOffset.UTC))
                .param("code", friend.code())
                .update();
    }

    void greet(Friend friend, Optional<String> code, boolean completes) {
        greet(friend, code, completes, new Words(TEXT, List.of(), List.of()));
    }

    void greet(Friend friend, Optional<String> code, boolean completes, Words words) {
        in(() -> {
            welcomes.greet(new Greeting(
                    company, friend.customer(), friend.follow(), friend.member(), code, completes, friend.at(), words));
            return true;
        });
    }

    Friend meet() {
        var person = actors.customers().appear(Person.wechat("u" + PEOPLE.incrementAndGet(), "客" + PEOPLE.get(), 2));
        var follow = actors.customers().add(person, CORP, "member0", "");
        eventually(() ->
                count("customer.identity where tenant_id = :tenant and external_user_id = '" + follow.customer() + "'")
                        == 1);
        var code =
                SANDBOX.world().find(Welcome.class, follow.key()).orElseThrow().code();
        return in(() -> jdbc.sql("""
                select f.id, f.customer_id, f.member_id
                from customer.follow f
                join customer.identity i on i.tenant_id = f.tenant_id and i.id = f.identity_id
                where f.tenant_id = :tenant and i.external_user_id = :external
                """)
                .param("external", follow.customer())
                .query((row, index) -> new Friend(
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new FollowId(row.getObject("id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        code,
                        person.name(),
                        follow,
                        Instant.now()))
                .single());
    }

    List<String> said(Friend friend) {
        return messages(friend).stream()
                .filter(one -> one.type().equals("text"))
                .map(ChatMessage::body)
                .toList();
    }

    List<String> types(Friend friend) {
        return messages(friend).stream().map(ChatMessage::type).toList();
    }

    List<ChatMessage> messages(Friend friend) {
        var chat = ChatMessage.between(friend.wecom().user(), friend.wecom().customer());
        return SANDBOX.platform().chats().of(CORP, chat);
    }

    List<String> states() {
        return column("state");
    }

    List<String> reasons() {
        return column("reason");
    }

    List<String> column(String name) {
        return in(() -> jdbc.sql("select " + name + " from messaging.welcome where tenant_id = :tenant order by id")
                .query(String.class)
                .list());
    }

    List<String> timeline(Friend friend) {
        return in(
                () -> jdbc.sql("select kind from customer.interaction where tenant_id = :tenant and customer_id = :id")
                        .param("id", friend.customer().value())
                        .query(String.class)
                        .list());
    }

    static void eventually(Callable<Boolean> that) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(1)).until(that);
    }

    record Friend(
            CustomerId customer, FollowId follow, MemberId member, String code, String name, Follow wecom, Instant at) {

        Friend at(Instant other) {
            return new Friend(customer, follow, member, code, name, wecom, other);
        }
    }
}
