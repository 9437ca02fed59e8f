package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.seed.EmptyCompany;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where the platform says no, or silently does nothing. */
class LimitTest {
    private static final String CONTACT = "/cgi-bin/externalcontact/";

    private Bench bench;
    private Caller app;

    @BeforeEach
    void open() {
        bench = new Bench();
        app = caller();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void dropsTheThirtyFirstMessageOfAMinuteWithoutAWord() {
        for (int i = 0; i < 35; i++) {
            assertThat(app.code(text("第" + i + "条"))).isZero();
        }
        assertThat(bench.deeds().inbox("zhangsan")).hasSize(30);

        bench.later(Duration.ofMinutes(2));
        text("再一条");
        assertThat(bench.deeds().inbox("zhangsan")).hasSize(31);
    }

    @Test
    void deliversTheSameMessageOnceWhereItsSenderAskedForThat() {
        for (int i = 0; i < 2; i++) {
            app.postText("/cgi-bin/message/send", """
                    {"touser":"zhangsan","agentid":%d,"msgtype":"text","text":{"content":"同一条"},
                    "enable_duplicate_check":1}""".formatted(EmptyCompany.AGENT));
        }

        assertThat(bench.deeds().inbox("zhangsan")).hasSize(1);
    }

    @Test
    void letsACustomerBeGivenAwayTwiceInNinetyDays() {
        var customer = bench.customerOf("zhangsan");
        assertThat(transfer(customer, "zhangsan", "lisi")).isZero();
        assertThat(transfer(customer, "zhangsan", "wangwu")).isEqualTo(40100);
        bench.later(Duration.ofHours(25));
        app = caller();
        assertThat(transfer(customer, "lisi", "wangwu")).isZero();
        bench.later(Duration.ofHours(25));
        app = caller();
        assertThat(transfer(customer, "wangwu", "zhangsan")).isEqualTo(40128);

        bench.later(Duration.ofDays(91));
        app = caller();
        assertThat(transfer(customer, "wangwu", "zhangsan")).isZero();
    }

    @Test
    void countsMassMessagesOverAllSendersByTheCompanysRule() {
        bench.change(change -> {
            var corp = change.find(Corp.class, bench.corpId()).orElseThrow();
            change.put(corp.withMassSendRule("DAY_1"));
            return corp;
        });
        var customer = bench.customerOf("zhangsan");
        assertThat(statusOfMassSend(customer)).isEqualTo(1);
        assertThat(statusOfMassSend(customer)).isEqualTo(3);

        bench.later(Duration.ofDays(1));
        app = caller();
        assertThat(statusOfMassSend(customer)).isEqualTo(1);
    }

    @Test
    void shutsOutWhoeverFetchesCustomerServiceMessagesTooOftenWithoutAToken() {
        String account = app.post("/cgi-bin/kf/account/add", "name", "售后")
                .path("open_kfid")
                .asString();
        for (int i = 0; i < 10; i++) {
            assertThat(app.code(app.post("/cgi-bin/kf/sync_msg", "open_kfid", account)))
                    .isZero();
        }
        assertThat(app.code(app.post("/cgi-bin/kf/sync_msg", "open_kfid", account)))
                .isEqualTo(45009);

        bench.later(Duration.ofMinutes(2));
        assertThat(app.code(app.post("/cgi-bin/kf/sync_msg", "open_kfid", account)))
                .isZero();
    }

    @Test
    void takesTenMomentsAMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(app.code(moment())).isZero();
        }
        assertThat(app.code(moment())).isEqualTo(45009);
    }

    @Test
    void pushesATicketEveryTenMinutes() {
        Awaitility.await().until(() -> tickets() == 1);
        bench.later(Duration.ofMinutes(10).plusSeconds(1));

        Awaitility.await().until(() -> tickets() == 2);
    }

    @Test
    void givesAPartOfAFile() throws Exception {
        var uploaded = bench.cp()
                .getMediaService()
                .upload("file", new java.io.ByteArrayInputStream("0123456789".getBytes()), "a.txt");
        var request = HttpRequest.newBuilder(URI.create(bench.url() + "/cgi-bin/media/get?access_token="
                        + bench.cp().getAccessToken() + "&media_id=" + uploaded.getMediaId()))
                .header("Range", "bytes=2-5")
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("2345");
    }

    private long tickets() {
        return bench.orders().heard().stream()
                .filter(xml -> xml.contains("suite_ticket"))
                .count();
    }

    private JsonNode text(String content) {
        return app.postText(
                "/cgi-bin/message/send",
                "{\"touser\":\"zhangsan\",\"agentid\":%d,\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
                        .formatted(EmptyCompany.AGENT, content));
    }

    private JsonNode moment() {
        return app.postText(
                CONTACT + "add_moment_task",
                "{\"text\":{\"content\":\"好\"},\"visible_range\":{\"sender_list\":{\"user_list\":[\"zhangsan\"]}}}");
    }

    private int transfer(String customer, String from, String to) {
        return app.post(
                        CONTACT + "transfer_customer",
                        "handover_userid",
                        from,
                        "takeover_userid",
                        to,
                        "external_userid",
                        List.of(customer))
                .path("customer")
                .path(0)
                .path("errcode")
                .asInt();
    }

    private int statusOfMassSend(String customer) {
        var sent = app.postText(
                CONTACT + "add_msg_template",
                "{\"external_userid\":[\"%s\"],\"text\":{\"content\":\"好\"}}".formatted(customer));
        String id = sent.path("msgid").asString();
        bench.deeds().confirmMassSend("zhangsan", id);
        return app.post(CONTACT + "get_groupmsg_send_result", "msgid", id, "userid", "zhangsan")
                .path("send_list")
                .path(0)
                .path("status")
                .asInt();
    }

    private Caller caller() {
        return Caller.of(bench.sandbox(), EmptyCompany.CORP, EmptyCompany.SECRET);
    }
}
