package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.customer.CustomerId;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.tenancy.Companies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Who comes without a code of ours is greeted in the company's own words, once. */
class DefaultWelcomeTest extends ChannelCodeKit {

    private static final String WORDS = "欢迎您,我是{称呼}";

    @Autowired
    ApplicationEventPublisher news;

    @Autowired
    MaterialDesk desk;

    @Test
    void greetsNobodyUntilTheCompanySaysSo() {
        var shown = json(marketer.get("/api/v1/default-welcome").body());
        assertThat(shown.path("welcome").path("on").asBoolean()).isFalse();
        var follow = actors.customers().add(somebody(), CORP, "member0", "");
        eventually(() -> count("customer.follow where tenant_id = :tenant") == 1);

        assertThat(count("messaging.welcome where tenant_id = :tenant")).isZero();
        assertThat(heard(follow)).isEmpty();
    }

    @Test
    void greetsWhoComesWithoutACodeOnce() {
        say(true, WORDS, 0);
        var follow = actors.customers().add(somebody(), CORP, "member0", "");
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow).getFirst()).startsWith("欢迎您,我是");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void bringsAMaterialAsALinkOfItsOwnForThisVeryCustomer() {
        var material = in(() -> {
            var made =
                    desk.article(new Card("三居收纳怎么做", "一份说明", Optional.empty(), false, Optional.empty()), "<p>先量尺</p>");
            desk.publish(made);
            return made;
        });
        var answer = marketer.put(
                "/api/v1/default-welcome",
                request(true, "这份《{素材}》先给您参考", 0)
                        .replace("\"materials\": []", "\"materials\": [\"" + material.value() + "\"]"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var follow = actors.customers().add(somebody(), CORP, "member0", "");
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow)).containsExactly("这份《三居收纳怎么做》先给您参考");
        var links = SANDBOX.platform().chats().of(CORP, ChatMessage.between(follow.user(), follow.customer())).stream()
                .filter(one -> one.type().equals("link"))
                .map(ChatMessage::body)
                .toList();
        assertThat(links).hasSize(1).first().asString().contains("/r/");
        eventually(() -> count("tracking.share where tenant_id = :tenant and way = 'WELCOME'"
                        + " and customer_id is not null and sent_at is not null")
                == 1);
    }

    @Test
    void leavesWhoComesByACodeToTheCode() {
        say(true, WORDS, 0);
        var channel = channel("渠道");
        var code = made("/api/v1/channel-codes", "{\"companyId\": null, \"form\": " + body(channel, "有码", "") + "}");
        var greeted = scan(somebody(), code);
        eventually(() -> heard(greeted).size() == 1);
        assertThat(heard(greeted).getFirst()).startsWith("您好,我是");

        var silent = made(
                "/api/v1/channel-codes",
                "{\"companyId\": null, \"form\": "
                        + body(
                                channel,
                                "不打招呼",
                                "\"welcome\": {\"on\": false, \"day\": \"\", \"night\": \"\", \"materials\": [],"
                                        + " \"pieces\": []}")
                        + "}");
        scan(somebody(), silent);
        eventually(() -> figures(silent).path("added").asInt() == 1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void greetsHalfAFriendshipAndTheWholeOnce() {
        say(true, WORDS, 0);
        var half = actors.customers().addHalf(somebody(), CORP, "member0", "");
        eventually(() -> heard(half).size() == 1);
        actors.members().complete(CORP, "member0", half.customer());
        eventually(() -> count("customer.follow where tenant_id = :tenant and not half") == 1);
        eventually(() -> count("messaging.welcome where tenant_id = :tenant and state = 'QUEUED'") == 0);

        assertThat(heard(half)).hasSize(1);
    }

    @Test
    void writesDownWhyWhenAnotherToolWasFaster() {
        say(true, WORDS, 0);
        var follow = actors.customers().add(somebody(), CORP, "member0", "another-tool");
        eventually(() -> states().equals(List.of("SENT")) || states().equals(List.of("MISSED")));
        // Whoever is first greets; the other hears of it and says so.
        assertThat(heard(follow)).hasSizeLessThanOrEqualTo(1);
        assertThat(count("messaging.welcome where tenant_id = :tenant")).isEqualTo(1);
    }

    @Test
    void missesWhomWecomGaveNoLeaveToGreetButNotThoseHandedOverByAColleague() {
        say(true, WORDS, 0);
        say(false, WORDS, 1);
        actors.customers().add(somebody(), CORP, "member0", "");
        eventually(() -> count("customer.follow where tenant_id = :tenant") == 1);
        say(true, WORDS, 2);
        hear(Beginning.NEW_FRIENDSHIP);
        assertThat(states()).isEmpty();
        hear(Beginning.NEW_CUSTOMER);

        assertThat(states()).containsExactly("MISSED");
        assertThat(in(() -> jdbc.sql("select reason from messaging.welcome where tenant_id = :tenant")
                        .query(String.class)
                        .single()))
                .isEqualTo("no-code");
    }

    @Test
    void refusesAnEmptyGreetingAndAnOldVersion() {
        assertThat(marketer.put("/api/v1/default-welcome", request(true, "", 0)).statusCode())
                .isEqualTo(400);
        say(true, WORDS, 0);
        assertThat(marketer.put("/api/v1/default-welcome", request(true, "别人改过", 0))
                        .statusCode())
                .isEqualTo(409);
        say(false, WORDS, 1);
    }

    @Test
    void showsNothingToAnotherCompany() {
        say(true, WORDS, 0);
        var globex = Companies.open(port, "Globex", "welcome:read");
        assertThat(json(globex.get("/api/v1/default-welcome").body())
                        .path("version")
                        .asInt())
                .isZero();
    }

    /** The one friend comes, without WeCom's leave to greet. */
    private void hear(Beginning beginning) {
        in(() -> {
            var added = jdbc.sql("select id, customer_id, member_id from customer.follow where tenant_id = :tenant")
                    .query((row, index) -> new ExternalContactAdded(
                            company,
                            new CustomerId(row.getObject("customer_id", UUID.class)),
                            new FollowId(row.getObject("id", UUID.class)),
                            new MemberId(row.getObject("member_id", UUID.class)),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            beginning,
                            Instant.now()))
                    .single();
            news.publishEvent(added);
            return true;
        });
    }

    private List<String> states() {
        return in(() -> jdbc.sql("select state from messaging.welcome where tenant_id = :tenant order by id")
                .query(String.class)
                .list());
    }

    private void say(boolean on, String text, int version) {
        var answer = marketer.put("/api/v1/default-welcome", request(on, text, version));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String request(boolean on, String text, int version) {
        return """
                {"welcome": {"on": %s, "day": "%s", "night": "", "materials": [], "pieces": []}, "version": %d}
                """.formatted(on, text, version);
    }
}
