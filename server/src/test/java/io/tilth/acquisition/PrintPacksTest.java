package io.tilth.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tilth.kernel.Probing;
import io.tilth.tenancy.Companies;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A plan's codes as one file for the print shop. */
class PrintPacksTest extends CodePlanKit {

    @Test
    void printsEveryShopOfThePlanWithItsNameAndItsOwnCode() throws Exception {
        chain(30);
        var plan = open(template("印刷", channel("印刷")));
        apply(plan);
        var pack = printed(
                "{\"sheet\": \"CARD\", \"hint\": \"微信扫一扫\", \"planId\": %s, \"codes\": []}".formatted(plan.path("id")));
        assertThat(pack.path("cards").asInt()).isEqualTo(30);
        assertThat(pack.path("done").asInt()).isEqualTo(30);
        try (var file = fetch(marketer, pack)) {
            assertThat(file.getNumberOfPages()).isEqualTo(30);
            for (int page : List.of(0, 17, 29)) {
                assertThat(text(file, page)).contains("门店" + page, "门店" + page + "台卡", "微信扫一扫");
            }
            var wrong =
                    IntStream.range(0, 30).filter(page -> isAnother(scanned(file, page), content("门店" + page + "台卡")));
            assertThat(wrong).isEmpty();
            assertThat(IntStream.range(0, 30)
                            .filter(page -> scanned(file, page).isPresent())
                            .count())
                    .isGreaterThan(20); // the reader finds one in a hundred not, though a phone does
        }
        assertThat(count("kernel.audit where tenant_id = :tenant and action = 'print-pack.fetched'"))
                .isEqualTo(1);
    }

    @Test
    void printsChosenCodesAndKeepsThemFromOthersAndNotForEver() throws Exception {
        chain(3);
        var plan = open(template("挑选", channel("挑选")));
        apply(plan);
        var codes = shops(plan, "").stream().map(row -> row.path("codeId")).toList();
        var pack = printed("{\"sheet\": \"STICKER\", \"hint\": \"\", \"planId\": null, \"codes\": [%s, %s]}"
                .formatted(codes.get(2), codes.get(0)));
        try (var file = fetch(marketer, pack)) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            assertThat(text(file, 0)).contains("门店2");
        }
        var globex = Companies.open(port, "Globex", "channel-code:read,channel-code:write");
        assertThat(globex.get("/api/v1/print-packs/" + pack.path("id").asString() + "/file")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(globex.get("/api/v1/print-packs").body())).isEmpty();
        var guest = new Probing(port, acme.tenant(), marketer.account(), "customer:read");
        assertThat(guest.get("/api/v1/print-packs").statusCode()).isEqualTo(403);
        var nothing = marketer.post(
                "/api/v1/print-packs", "{\"sheet\": \"CARD\", \"hint\": \"\", \"planId\": null, \"codes\": []}");
        assertThat(nothing.statusCode()).isEqualTo(400);
    }

    private JsonNode printed(String order) {
        var asked = marketer.post("/api/v1/print-packs", order);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return Awaitility.await()
                .pollInSameThread()
                .until(
                        () -> json(marketer.get("/api/v1/print-packs").body()).path(0),
                        pack -> pack.path("state").asString().equals("READY"));
    }

    private PDDocument fetch(Probing who, JsonNode pack) throws Exception {
        var request = who.request("/api/v1/print-packs/" + pack.path("id").asString() + "/file")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
            return Loader.loadPDF(answer.body());
        }
    }

    private String content(String name) {
        return in(() -> jdbc.sql(
                        "select content from acquisition.channel_code where tenant_id = :tenant and name = :name")
                .param("name", name)
                .query(String.class)
                .single());
    }

    private static String text(PDDocument file, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(file);
    }

    private static boolean isAnother(Optional<String> read, String content) {
        return read.filter(text -> !text.equals(content)).isPresent();
    }

    private static Optional<String> scanned(PDDocument file, int page) {
        try {
            var image = new PDFRenderer(file).renderImageWithDPI(page, 100);
            int width = image.getWidth();
            int height = image.getHeight();
            var pixels = image.getRGB(0, 0, width, height, null, 0, width);
            var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
            return Optional.of(new QRCodeReader().decode(bitmap).getText());
        } catch (ReaderException hidden) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
