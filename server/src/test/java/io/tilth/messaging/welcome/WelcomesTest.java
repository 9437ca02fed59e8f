package io.tilth.messaging.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.customer.Sandboxed;
import io.tilth.directory.MemberId;
import io.tilth.messaging.Welcomes;
import io.tilth.messaging.Welcomes.Attachment;
import io.tilth.messaging.Welcomes.Greeting;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.messaging.welcome.WaitingWelcomeRepository.Waiting;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.contact.Welcome;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.WelcomeMessages;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new friend is greeted once, whatever happens in between; what was missed says why. */
class WelcomesTest extends Sandboxed {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final String TEXT = "您好{客户},我是{称呼}。";

    @Autowired
    Welcomes welcomes;

    @Autowired
    WelcomeService service;

    @Autowired
    WelcomePictureService pictures;

    @Autowired
    WelcomeMessages wecom;

    @Autowired
    CallbackAddresses addresses;

    private Actors actors;

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

    @Test
    void greetsANewFriendOnceHoweverOftenItIsTold() {
        var friend = meet();
        greet(friend, Optional.of(friend.code()), false);
        greet(friend, Optional.of(friend.code()), false);

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1).first().asString().contains("您好" + friend.name() + ",我是");
        assertThat(timeline(friend)).contains("welcome.sent");
    }

    @Test
    void carriesPicturesAndLinks() {
        var friend = meet();
        var picture = in(() -> pictures.add(WelcomePicture.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3, 4})));
        var words = new Words(
                "欢迎",
                List.of(),
                List.of(
                        new Attachment.Picture(picture),
                        new Attachment.Link("价目表", "2 万以内", URI.create("https://a.cn/p"), Optional.empty()),
                        new Attachment.MiniProgram("预约量尺", "wx1234567890abcdef", "pages/book", picture)));
        greet(friend, Optional.of(friend.code()), false, words);

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(types(friend)).containsExactly("text", "image", "link", "miniprogram");
    }

    @Test
    void recordsWhyAFriendWasNotGreeted() {
        var without = meet();
        greet(without, Optional.empty(), false);
        var taken = meet();
        visits.apart(acme.tenant(), () -> {
            wecom.send(company, taken.code(), new WelcomeMessages.Greeting("另一个工具", List.of()));
            return 0;
        });
        greet(taken, Optional.of(taken.code()), false);
        var late = meet();
        greet(late.at(Instant.now().minusSeconds(21)), Optional.of(late.code()), false);
        var wrong = meet();
        greet(wrong, Optional.of("no-such-code"), false);

        eventually(() -> !states().contains("QUEUED"));
        assertThat(reasons()).containsExactly("no-code", "41051", "late", "41050");
        assertThat(said(late)).isEmpty();
        assertThat(said(taken)).hasSize(1);
        assertThat(timeline(late)).contains("welcome.missed");
    }

    @Test
    void takesALostAnswerForWhatItWas() {
        var friend = meet();
        SANDBOX.faults().set(Faults.none().seeded(1).with(Fault.ANSWER_LOST, 1));
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> !said(friend).isEmpty());
        SANDBOX.faults().set(Faults.none());

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void triesAgainWhileWecomIsBusy() {
        var friend = meet();
        SANDBOX.faults().set(Faults.none().seeded(1).with(Fault.DROPPED, 1));
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> count("messaging.welcome where tenant_id = :tenant and attempts > 0") == 1);
        SANDBOX.faults().set(Faults.none());

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void isTakenUpAfterANodeDied() {
        var friend = meet();
        var id = UUID.randomUUID();
        in(() -> store(id, friend));
        var read = new Waiting(id, acme.tenant(), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(in(() -> service.take(read))).isPresent(); // and then nothing more is heard of that node
        assertThat(in(() -> service.take(read))).isEmpty();

        eventually(() -> states().equals(List.of("SENT")));
        assertThat(said(friend)).hasSize(1);
    }

    @Test
    void greetsOnceWhenTheMemberAddsBack() {
        var friend = meet();
        greet(friend, Optional.of(friend.code()), false);
        eventually(() -> states().equals(List.of("SENT")));
        greet(friend.at(friend.at().plusSeconds(1)), Optional.empty(), true);
        greet(friend.at(friend.at().plusSeconds(2)), Optional.of("unused"), true);

        eventually(() -> count("messaging.welcome where tenant_id = :tenant") == 1);
        assertThat(states()).containsExactly("SENT");
        assertThat(said(friend)).hasSize(1);
    }

    private int store(UUID id, Friend friend) {
        jdbc.sql("""
                insert into messaging.waiting_welcome (id, tenant_id, next_at)
                values (:id, :tenant, '2026-01-01T00:00:00Z')
                """).param("id", id).update();
        return jdbc.sql("""
                insert into messaging.welcome (tenant_id, id, company_id, customer_id, follow_id, member_id, added_at,
                    completes, code, words, state)
                values (:tenant, :id, :company, :customer, :follow, :member, now(), false, :code,
                    '{"text": "您好", "materials": [], "attachments": []}', 'QUEUED')
                """)
                .param("id", id)
                .param("company", company.value())
                .param("customer", friend.customer().value())
                .param("follow", friend.follow().value())
                .param("member", friend.member().value())
                .param("code", friend.code())
                .update();
    }

    private void greet(Friend friend, Optional<String> code, boolean completes) {
        greet(friend, code, completes, new Words(TEXT, List.of(), List.of()));
    }

    private void greet(Friend friend, Optional<String> code, boolean completes, Words words) {
        in(() -> {
            welcomes.greet(new Greeting(
                    company, friend.customer(), friend.follow(), friend.member(), code, completes, friend.at(), words));
            return true;
        });
    }

    private Friend meet() {
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

    private List<String> said(Friend friend) {
        return messages(friend).stream()
                .filter(one -> one.type().equals("text"))
                .map(ChatMessage::body)
                .toList();
    }

    private List<String> types(Friend friend) {
        return messages(friend).stream().map(ChatMessage::type).toList();
    }

    private List<ChatMessage> messages(Friend friend) {
        var chat = ChatMessage.between(friend.wecom().user(), friend.wecom().customer());
        return SANDBOX.platform().chats().of(CORP, chat);
    }

    private List<String> states() {
        return column("state");
    }

    private List<String> reasons() {
        return column("reason");
    }

    private List<String> column(String name) {
        return in(() -> jdbc.sql("select " + name + " from messaging.welcome where tenant_id = :tenant order by id")
                .query(String.class)
                .list());
    }

    private List<String> timeline(Friend friend) {
        return in(
                () -> jdbc.sql("select kind from customer.interaction where tenant_id = :tenant and customer_id = :id")
                        .param("id", friend.customer().value())
                        .query(String.class)
                        .list());
    }

    private static void eventually(Callable<Boolean> that) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(18)).until(that);
    }

    private record Friend(
            CustomerId customer, FollowId follow, MemberId member, String code, String name, Follow wecom, Instant at) {

        Friend at(Instant other) {
            return new Friend(customer, follow, member, code, name, wecom, other);
        }
    }
}
