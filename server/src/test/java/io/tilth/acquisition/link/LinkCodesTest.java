package io.tilth.acquisition.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.acquisition.ChannelCodeKit;
import io.tilth.acquisition.Visit;
import io.tilth.kernel.TenantVisits;
import io.tilth.sandbox.acquisition.Acquisitions;
import io.tilth.sandbox.acquisition.Link;
import io.tilth.sandbox.acquisition.Quota;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 获客链接: made, kept and watched by us, opened by strangers anywhere. */
class LinkCodesTest extends ChannelCodeKit {

    @Autowired
    TenantVisits all;

    @Autowired
    LinkQuotaAsker asker;

    @Test
    void makesALinkWhoseAddressCarriesTheCode() {
        var code = open("抖音", "");
        assertThat(code.path("state").asString()).as(code.toString()).isEqualTo("LIVE");
        assertThat(code.path("address").asString()).contains("/ca/").contains("customer_channel=");
        assertThat(channelOf(code.path("address").asString()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(64);
        assertThat(link(code).users()).containsExactly("member0");
        assertThat(marketer.get("/api/v1/channel-codes/" + id(code) + "/qr.png").statusCode())
                .isEqualTo(200);
    }

    @Test
    void creditsAndGreetsWhoComesByTheLink() {
        var code = open("抖音", "\"remark\": \"{客户}-{活码}\"");
        var person = somebody();
        var follow = come(person, code, channelOf(code.path("address").asString()));
        eventually(() -> heard(follow).size() == 1);

        assertThat(heard(follow).getFirst()).startsWith("您好,我是");
        assertThat(figures(code).path("added").asInt()).isEqualTo(1);
        eventually(() -> now(follow).remark().equals(person.name() + "-抖音"));
    }

    @Test
    void remembersTheClickHoweverLongItsNumberIs() {
        var code = open("投放", "");
        var number = "EPTWtabW9gMYz7uWiOwBIKjA7r".repeat(6);
        var visit =
                new Visit(port, URI.create(code.path("clickAddress").asString()).getPath() + "?click=" + number);
        var answer = visit.open();
        assertThat(answer.statusCode()).isEqualTo(302);
        var to = answer.headers().firstValue("location").orElseThrow();
        assertThat(channelOf(to).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(64);
        var follow = come(somebody(), code, channelOf(to));
        eventually(() -> heard(follow).size() == 1);

        assertThat(figures(code).path("added").asInt()).isEqualTo(1);
        assertThat(in(() -> jdbc.sql("""
                        select detail ->> 'click'
                        from customer.interaction
                        where tenant_id = :tenant and kind = 'channel.credited'
                        """).query(String.class).single())).isEqualTo(number);
    }

    @Test
    void changesTheRangeOfTheSameLink() {
        var code = open("改人", "");
        var before = link(code);
        var form = body(
                        json("{\"id\": \""
                                + code.path("channels").get(0).path("id").asString() + "\"}"),
                        "改人 2",
                        "")
                .replace(member(0).value().toString(), member(2).value().toString());
        var answer = marketer.put(
                "/api/v1/channel-codes/" + id(code),
                "{\"form\": " + form + ", \"version\": " + code.path("version").asInt() + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(link(code).id()).isEqualTo(before.id());
        assertThat(link(code).users()).containsExactly("member2");
        assertThat(link(code).name()).isEqualTo("改人 2");
        marketer.post("/api/v1/channel-codes/" + id(code) + "/retire", "");
        assertThat(link(code).users()).containsExactly("member1");
    }

    @Test
    void saysHowMuchOfTheQuotaIsLeftAndWhenItRunsOut() {
        var acquisitions = acquisitions();
        var end = SANDBOX.world().clock().instant();
        acquisitions.grant(CORP, List.of(new Quota.Lot(end.plus(Duration.ofDays(100)), 30)));
        var code = open("额度", "");
        refresh();
        var quota = json(marketer.get("/api/v1/link-quotas").body()).get(0);
        assertThat(quota.path("left").asInt()).isEqualTo(30);
        assertThat(quota.path("state").asString()).isEqualTo("LOW");
        assertThat(findings()).contains("link-quota-low");

        acquisitions.grant(CORP, List.of(new Quota.Lot(end.plus(Duration.ofDays(100)), 1)));
        var follow = come(somebody(), code, channelOf(code.path("address").asString()));
        eventually(() -> heard(follow).size() == 1);
        eventually(() -> count("acquisition.link_quota where tenant_id = :tenant and stale") == 1);
        refresh();
        assertThat(findings()).contains("link-quota-used-up");
    }

    @Test
    void saysWhenSomebodyClosedTheLinkInWecom() {
        var code = open("删了", "");
        var link = link(code);
        SANDBOX.world().change(change -> {
            change.remove(link);
            SANDBOX.platform()
                    .callbacks()
                    .say(
                            change,
                            CORP,
                            Event.of("customer_acquisition", "delete_link")
                                    .about(link.id())
                                    .text("LinkId", link.id()));
            return link;
        });
        eventually(() -> show(code).path("trouble").asString("").equals("link-closed"));

        assertThat(show(code).path("why").asString()).contains("走空");
    }

    private void refresh() {
        all.apart(acme.tenant(), () -> {
            asker.refresh();
            return true;
        });
    }

    private List<String> findings() {
        return json(marketer.get("/api/v1/wecom/companies/" + company.value() + "/health")
                        .body())
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }

    private JsonNode open(String name, String more) {
        var channel = channel("渠道" + UUID.randomUUID().toString().substring(0, 8));
        return made(
                "/api/v1/channel-codes",
                "{\"companyId\": null, \"kind\": \"LINK\", \"form\": " + body(channel, name, more) + "}");
    }

    private Follow come(Person person, JsonNode code, String channel) {
        return acquisitions().add(person, link(code), channel);
    }

    private static Acquisitions acquisitions() {
        return SANDBOX.features().acquisitions();
    }

    private Link link(JsonNode code) {
        return acquisitions().at(code.path("address").asString()).orElseThrow();
    }

    private static String channelOf(String address) {
        return URLDecoder.decode(address.replaceFirst("^.*customer_channel=", ""), StandardCharsets.UTF_8);
    }
}
