package io.tilth.sandbox.contactway;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.kit.Stage.ZHAO;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Member.Status;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.kit.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContactWayApiTest {
    private static final String PATH = "externalcontact/";

    private final Stage stage = new Stage();

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void isMadeShownChangedAndEnded() {
        var made = add("type", 2, "scene", 2, "user", List.of(LIN), "party", List.of(Stage.XIHU), "state", "s1");
        String id = made.path("config_id").asString();
        assertThat(id).matches("[0-9a-f]{32}");

        var way = get(id);
        assertThat(way.path("state").asString()).isEqualTo("s1");
        assertThat(way.path("skip_verify").asBoolean()).isTrue();
        assertThat(Call.texts(way.path("user"))).containsExactly(LIN);

        assertThat(stage.code(PATH + "update_contact_way", "config_id", id, "user", List.of(ZHAO), "remark", "改"))
                .isZero();
        assertThat(Call.texts(get(id).path("user"))).containsExactly(ZHAO);
        assertThat(get(id).path("party"))
                .as("user and party are replaced together")
                .isEmpty();
        assertThat(get(id).path("state").asString())
                .as("what is not said again stays")
                .isEqualTo("s1");

        assertThat(stage.code(PATH + "del_contact_way", "config_id", id)).isZero();
        assertThat(stage.code(PATH + "get_contact_way", "config_id", id)).isEqualTo(41044);
    }

    @Test
    void takesNumbersThatComeAsTexts() {
        assertThat(code("type", "1", "scene", "2", "user", List.of(LIN))).isZero();
    }

    @Test
    void drawsACodeThatReadsTheSameForEver() throws Exception {
        var made = add("type", 1, "scene", 2, "user", List.of(LIN));
        String picture = made.path("qr_code").asString();
        assertThat(decode(picture))
                .isEqualTo(decode(picture))
                .endsWith(made.path("config_id").asString());
        assertThat(stage.sandbox().actors().customers().contactWay(decode(picture)))
                .isPresent();
        assertThat(stage.sandbox().actors().customers().contactWay("https://example.org/u/x"))
                .isEmpty();
    }

    @Test
    void isListedPageByPageWithoutTemporaryOnes() {
        IntStream.range(0, 5).forEach(nth -> add("type", 1, "scene", 2, "user", List.of(LIN)));
        add("type", 1, "scene", 2, "user", List.of(LIN), "is_temp", true);
        var first = stage.post(PATH + "list_contact_way", "limit", 3);
        assertThat(first.path("contact_way")).hasSize(3);
        var second = stage.post(
                PATH + "list_contact_way",
                "limit",
                3,
                "cursor",
                first.path("next_cursor").asString());
        assertThat(second.path("contact_way")).hasSize(2);
        assertThat(second.has("next_cursor")).isFalse();
    }

    @Test
    void isRefusedForTheRightReason() {
        assertThat(code()).isEqualTo(41037);
        assertThat(code("type", 1)).isEqualTo(41039);
        assertThat(code("type", 3, "scene", 2)).isEqualTo(41038);
        assertThat(code("type", 1, "scene", 9)).isEqualTo(41040);
        assertThat(code("type", 1, "scene", 2, "style", 1)).isEqualTo(41040);
        assertThat(code("type", 1, "scene", 1, "style", 9, "user", List.of(LIN)))
                .isEqualTo(41042);
        assertThat(code("type", 1, "scene", 2)).isEqualTo(40063);
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN, ZHAO))).isEqualTo(41041);
        assertThat(code("type", 1, "scene", 2, "user", List.of("nobody"))).isEqualTo(40003);
        assertThat(code("type", 2, "scene", 2, "party", List.of(99))).isEqualTo(60123);
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN), "state", "s".repeat(31)))
                .isEqualTo(40058);
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN), "remark", "一".repeat(31)))
                .isEqualTo(40058);
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN), "expires_in", 15 * 86_400))
                .isEqualTo(40058);
        assertThat(code("type", 2, "scene", 2, "user", List.of(LIN), "is_temp", true))
                .isEqualTo(40058);
        var conclusions = Json.object("text", Json.object("content", "一".repeat(1_334)));
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN), "conclusions", conclusions))
                .isEqualTo(40058);
        assertThat(stage.code(PATH + "get_contact_way")).isEqualTo(41043);
    }

    @Test
    void leadsOnlyToThoseWhoMayServe() {
        var admins = stage.sandbox().actors().admins();
        admins.edit(CORP, LIN, member -> member.with(Status.NOT_ACTIVATED));
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN))).isEqualTo(41054);
        admins.edit(CORP, LIN, member -> member.with(Status.ACTIVE).serving(false));
        assertThat(code("type", 1, "scene", 2, "user", List.of(LIN))).isEqualTo(84074);
    }

    @Test
    void leadsToAHundredMembersAtMost() {
        var admins = stage.sandbox().actors().admins();
        IntStream.range(0, 100).forEach(nth -> admins.take(Member.of(CORP, "m" + nth, "员工", "", Stage.BINJIANG)));
        assertThat(code("type", 2, "scene", 2, "party", List.of(Stage.BINJIANG)))
                .isEqualTo(41041);
        assertThat(code("type", 2, "scene", 2, "party", List.of(Stage.XIHU))).isZero();
    }

    @Test
    void belongsToTheAppThatMadeIt() {
        String id = add("type", 1, "scene", 2, "user", List.of(LIN))
                .path("config_id")
                .asString();
        stage.sandbox().actors().admins().install(App.selfBuilt(CORP, 1000003, "另一个", "another-secret"));
        var other = Caller.of(stage.sandbox(), CORP, "another-secret");
        assertThat(other.code(other.post("/cgi-bin/externalcontact/get_contact_way", "config_id", id)))
                .isEqualTo(41044);
        assertThat(other.post("/cgi-bin/externalcontact/list_contact_way").path("contact_way"))
                .isEmpty();
    }

    @Test
    void leadsNowhereOnceItIsOver() {
        String qr = add("type", 1, "scene", 2, "user", List.of(LIN), "is_temp", true, "expires_in", 60)
                .path("qr_code")
                .asString();
        var customers = stage.sandbox().actors().customers();
        assertThat(customers.contactWay(qr)).isPresent();
        stage.sandbox().world().clock().move(Duration.ofSeconds(61));
        assertThat(customers.contactWay(qr)).isEmpty();
    }

    private JsonNode add(Object... fields) {
        return stage.post(PATH + "add_contact_way", fields);
    }

    private int code(Object... fields) {
        return add(new ArrayList<>(List.of(fields)).toArray()).path("errcode").asInt();
    }

    private JsonNode get(String id) {
        return stage.post(PATH + "get_contact_way", "config_id", id).path("contact_way");
    }

    private static String decode(String picture) throws Exception {
        var image = ImageIO.read(URI.create(picture).toURL());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        Result result = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.PURE_BARCODE, true));
        return result.getText();
    }
}
