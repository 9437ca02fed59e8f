package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The product's promise, and the first test to read: a marketer hangs up a code, a customer scans it and reads what the
 * welcome brings, and the guide sees it on her phone.
 */
class StraightWalkTest {

    @Test
    void fromAScanToKnowingWhatTheCustomerReads() throws Exception {
        var demo = PlayedDemo.shared();
        try (var table = Browsing.desk("straight-walk")) {
            var marketer = Api.signedIn(demo.server().port(), "shen", Demo.PASSWORD);
            hangUp(marketer, "滨江店开业台卡");

            var phones = table.page();
            phones.navigate(demo.phones());
            var wechat = phones.locator(".place-customer");
            var wecom = phones.locator(".place-member");

            var workbench = opensTheWorkbench(wecom);
            scans(wechat, phones.locator("form:has(button.send) input"), "滨江店开业台卡");
            var card = wechat.getByText("118㎡三居收纳怎么做", new Locator.GetByTextOptions().setExact(true));
            card.waitFor(); // the welcome has come
            workbench.getByText("周晓晓").first().waitFor(); // live: nobody touched the page
            table.pictureAsItIs("new-friend");

            card.click();
            var page = wechat.frameLocator("iframe");
            page.getByText("先算总量").first().waitFor();
            page.getByText("最容易浪费的三个地方").first().scrollIntoViewIfNeeded();
            workbench.getByText("《118㎡三居收纳怎么做》").first().waitFor();
            table.pictureAsItIs("reads");

            var alert = alertOf(Api.signedIn(demo.server().port(), "lin", Demo.PASSWORD));
            assertThat(alert.get("certainty").asString()).isEqualTo("SELF");
            assertThat(alert.at("/suggestion/sentence").asString()).isNotBlank();
        }
    }

    /** As the form of the console does it: a direct code of the guide, whose welcome brings an article. */
    private static void hangUp(Api marketer, String name) throws Exception {
        var channel = marketer.created("/api/v1/channels", """
                {"name": "开业活动", "parentId": null, "order": 0}""");
        var lin = PlayedDemo.id(marketer, "/api/v1/members?q=%E6%9E%97%E6%99%93", "name", "林晓");
        var article = PlayedDemo.id(marketer, "/api/v1/materials?limit=100", "title", "118㎡三居收纳怎么做");
        var words = "您好，我是{门店}的{称呼}，这份《{素材}》先给您参考。";
        marketer.created(
                "/api/v1/channel-codes", """
                {"companyId": null, "form": {"name": "%s", "channelId": "%s", "members": ["%s"], "departments": [],
                 "spares": [], "dailyCap": null, "byRest": false, "balanced": false, "skipVerify": true,
                 "exclusive": false, "tags": [], "remark": "", "stageId": null, "expiresAt": null,
                 "welcome": {"on": true, "day": "%s", "night": "%s", "materials": ["%s"], "pieces": []}}}""".formatted(name, channel.get("id").asString(), lin, words, words, article));
    }

    private static FrameLocator opensTheWorkbench(Locator wecom) {
        wecom.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("工作台"))
                .click();
        wecom.getByText("Tilth 客户经营").first().click();
        var workbench = wecom.frameLocator("iframe");
        workbench.getByText("今日待跟进").first().waitFor();
        return workbench;
    }

    /** Somebody new takes the phone, scans and becomes a friend. */
    private static void scans(Locator wechat, Locator newPerson, String code) {
        wechat.getByText("换人").click();
        newPerson.last().fill("周晓晓");
        newPerson.last().press("Enter");
        wechat.getByText("还没有聊天").waitFor();
        wechat.locator(".screen-actions .bar-button, .bar-button").first().click();
        wechat.getByText("扫一扫").first().click();
        wechat.getByText(code).first().click();
        wechat.getByText("添加到通讯录").click(new ClickOptions().setTimeout(10_000));
    }

    private static JsonNode alertOf(Api guide) {
        return Awaitility.await("the alert")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> guide.json("/api/v1/alerts?state=ALL")
                                .get("items")
                                .valueStream()
                                .filter(one ->
                                        one.at("/customer/name").asString().equals("周晓晓"))
                                .findFirst()
                                .orElse(null),
                        Objects::nonNull);
    }
}
