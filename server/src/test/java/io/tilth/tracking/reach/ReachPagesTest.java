package io.tilth.tracking.reach;

import static io.tilth.directory.Directories.contact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.content.MaterialId;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberId;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.tracking.ShareCode;
import io.tilth.tracking.Shares;
import io.tilth.wecom.CompanyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class ReachPagesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    MaterialDesk desk;

    @Autowired
    Shares shares;

    Probing acme;
    CompanyId company;
    MemberId lin;
    Browser phone;

    @BeforeEach
    void withAMemberAndTheirShop() {
        acme = Probing.on(port, "reach-setting:read,reach-setting:write,customer:read,member:write,audit:read");
        company = directories.connect(acme.tenant());
        directories.tell(
                acme.tenant(),
                contact(company, "create_user", NOON, Map.of("UserID", "lin", "Name", "林晓", "Department", "1")));
        lin = directories.member(acme.tenant(), company, "lin").id();
        acme.put("/api/v1/members/" + lin.value(), """
                {"displayName": null, "phone": "138 0013 8000", "version": 1}""");
        phone = new Browser(port);
    }

    @Test
    void showsAnArticleWithWhoSentItAndTheWayToThem() {
        settle("浙ICP备2026000001号", "SILENT");
        var page = open(article("<h2>收纳</h2><p>先量尺，再画图。</p><script>alert(1)</script>"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>三居收纳怎么做</title>", "先量尺，再画图。", "林晓", "href=\"tel:13800138000\"")
                .contains("禾木里会记录浏览情况，用于为您服务", "隐私说明", "少打扰", "投诉", "浙ICP备2026000001号")
                .contains("data-beacon=\"/r/", "data-hand=\"/r/")
                .doesNotContain("alert(1)", "id=\"ask\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void neverLetsATitleBreakOutOfThePage() {
        var page = open(in(() -> {
            var material = desk.link(card("\"><script>x</script>"), URI.create("https://example.com/a?b=1&c=2"));
            desk.publish(material);
            return material;
        }));
        assertThat(page.body())
                .contains("&lt;script&gt;", "example.com", "只知道是否打开", "https://example.com/a?b&#x3D;1&amp;c&#x3D;2")
                .doesNotContain("<script>x");
    }

    @Test
    void leadsNobodyIntoADeadEnd() {
        var material = in(() -> desk.article(card("草稿"), "<p>还没发布</p>"));
        var renewed = open(material);
        assertThat(renewed.statusCode()).isEqualTo(410);
        assertThat(renewed.body())
                .contains("内容已经更新", "可以直接问林晓", "tel:13800138000")
                .doesNotContain("还没发布");

        assertThat(phone.get("/r/" + ShareCode.next(acme.tenant()).text()).statusCode())
                .isEqualTo(404);
        var nowhere = phone.get("/r/nonsense");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("链接已失效");
    }

    @Test
    void takesAPhoneThreeTimesAndTellsTheMember() {
        var share = share(article("<p>看看</p>"));
        assertThat(phone.post(path(share) + "/contact", "phone=13912345678").statusCode())
                .as("nobody came by this browser yet")
                .isEqualTo(422);
        phone.get(path(share));
        assertThat(phone.post(path(share) + "/contact", "name=a&phone=12").body())
                .contains("这个号码不太对");

        assertThat(phone.post(path(share) + "/contact", "name=王女士&phone=139 1234 5678")
                        .body())
                .contains("收到了");
        phone.post(path(share) + "/contact", "name=王女士&phone=13912345678");
        phone.post(path(share) + "/contact", "name=王女士&phone=13912345678");
        assertThat(phone.post(path(share) + "/contact", "name=王女士&phone=13912345678")
                        .body())
                .contains("请等我们联系您");

        assertThat(acme.get("/api/v1/left-contacts").body()).contains("王女士", "139 1234 5678", "林晓", "三居收纳怎么做");
        var masked = new Probing(port, acme.tenant(), acme.account(), "customer:read,MASKED");
        assertThat(masked.get("/api/v1/left-contacts").body())
                .contains("139****5678")
                .doesNotContain("1234");
        var other = Probing.on(port, "customer:read");
        assertThat(other.get("/api/v1/left-contacts").body()).contains("\"items\":[]");
    }

    @Test
    void leavesInPeaceWhoAsksForIt() {
        var share = share(article("<p>看看</p>"));
        phone.get(path(share));

        assertThat(phone.get(path(share) + "/quiet").body()).contains("我想少被打扰");
        assertThat(phone.post(path(share) + "/quiet", "quiet=true").body()).contains("记下了，我们会少打扰您");
        assertThat(phone.get(path(share) + "/quiet").body()).contains("您已经选择少打扰", "恢复正常联系");
        assertThat(phone.post(path(share) + "/quiet", "quiet=false").body()).contains("恢复正常联系");
        assertThat(new Browser(port).post(path(share) + "/quiet", "quiet=true").body())
                .contains("页面打开太久了");
    }

    @Test
    void takesComplaintsToTheAdministrators() {
        settle("", "NEVER");
        var share = share(article("<p>看看</p>"));
        phone.get(path(share));

        assertThat(phone.post(path(share) + "/complaint", "text=x").body()).contains("请选择一个原因");
        assertThat(phone.post(path(share) + "/complaint", "reason=FALSE&text=价格不对&reach=1390")
                        .body())
                .contains("我们会认真处理");
        var listed = acme.get("/api/v1/complaints").body();
        assertThat(listed).contains("价格不对", "\"FALSE\"", "\"settledAt\":null");
        var id = listed.replaceAll(".*\"id\":\"([0-9a-f-]+)\".*", "$1");
        assertThat(acme.post("/api/v1/complaints/" + id + "/settled", "").statusCode())
                .isEqualTo(204);
        assertThat(acme.get("/api/v1/complaints").body()).doesNotContain("\"settledAt\":null");
        assertThat(acme.get("/api/v1/audit").body()).contains("complaint.settled");
        assertThat(phone.get(path(share) + "/privacy").body()).contains("记录什么", "90 天", "0571-88886666");
    }

    @Test
    void fitsIntoThirtyKilobytes() throws IOException {
        var paragraph = "<p>阳台柜先看承重，再看排水；柜体离地十厘米，日后好打理。每米造价约两千四百元，含五金。</p>";
        var body = open(article(paragraph.repeat(120))).body();
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(body.getBytes(UTF_8));
        }
        assertThat(packed.size()).isLessThan(30 * 1024);
    }

    private MaterialId article(String html) {
        return in(() -> {
            var material = desk.article(card("三居收纳怎么做"), html);
            desk.publish(material);
            return material;
        });
    }

    private static Card card(String title) {
        return new Card(title, "一份说明", Optional.empty(), false, Optional.empty());
    }

    private HttpResponse<String> open(MaterialId material) {
        return phone.get(path(share(material)));
    }

    private Shares.Share share(MaterialId material) {
        return in(() -> shares.mint(material, lin, Optional.empty(), Shares.Way.ONE_TO_ONE));
    }

    private static String path(Shares.Share share) {
        return "/r/" + share.code();
    }

    private void settle(String recordNumber, String identification) {
        acme.put("/api/v1/reach-settings", """
                {"domain": null, "brand": "禾木里", "recordNumber": "%s", "foot": "", "phone": "0571-88886666",
                "identification": "%s", "contactForm": true, "version": 0}""".formatted(recordNumber, identification));
    }

    private <T> T in(Supplier<T> work) {
        return directories.in(acme.tenant(), work);
    }
}
