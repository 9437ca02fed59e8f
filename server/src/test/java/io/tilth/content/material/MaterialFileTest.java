package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaterialFileTest extends MaterialKit {

    @Test
    void showsADraftsPicturesToMembersOnly() {
        var url = picture().get("url").asString();
        var globex = Probing.on(port, "material:read");

        assertThat(fetch(url).statusCode()).isEqualTo(404);
        assertThat(globex.get(url).statusCode()).isEqualTo(404);
        assertThat(acme.get(url).statusCode()).isEqualTo(200);
        assertThat(acme.get(url).headers().firstValue("Cache-Control").orElse(""))
                .startsWith("private");
    }

    @Test
    void letsBrowsersKeepAPublishedPictureAndAskWhetherItIsStillThere() {
        var url = picture().get("url").asString();
        step(article("案例", "<img src=\"%s\">".formatted(url)), "submit");

        var first = fetch(url);
        var again = fetch(url, "If-None-Match", header(first, "ETag"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(header(first, "Content-Type")).isEqualTo("image/png");
        assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(first.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void handsLargePicturesOutWhole() {
        var kept = ok(upload("大.jpg", "image/jpeg", noise()));
        var url = kept.get("url").asString();
        step(article("大图", "<img src=\"%s\">".formatted(url)), "submit");

        var bytes = fetch(url).body();

        assertThat(bytes).hasSize(kept.get("bytes").asInt()).hasSizeGreaterThan(65_536);
        assertThat(bytes).endsWith(0xff, 0xd9);
    }

    @Test
    void takesNoFileForWhatItIsNot() {
        assertThat(problem(upload("a.html", "text/html", "<script>x()</script>".getBytes())))
                .isEqualTo("picture-not-known");
        assertThat(problem(upload("a.svg", "image/svg+xml", "<svg/>".getBytes())))
                .isEqualTo("picture-not-known");
        assertThat(upload("a.png", "image/png", new byte[23 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
        assertThat(problem(upload("a.pdf", "application/pdf", new byte[0]))).isEqualTo("document-not-pdf");
    }

    @Test
    void knowsNothingOfStrangeAddresses() {
        for (var code :
                new String[] {"x", "1-" + "0".repeat(32), "zzzzzzzzzzzz-" + "f".repeat(32), "1-" + "g".repeat(32)}) {
            assertThat(fetch("/f/" + code).statusCode()).as(code).isEqualTo(404);
        }
    }

    @Test
    void usesNoPictureOfAnotherCompany() {
        var picture = picture();
        var globex = Probing.on(port, "material:read,material:write");

        var answer =
                globex.post("/api/v1/materials", """
                {"kind": "POSTER", "title": "海报", "content": {"picture": "%s"}}
                """.formatted(picture.get("id").asString()));

        assertThat(problem(answer)).isEqualTo("material-file-not-found");
    }

    /** Nothing repeats in it, so that no format makes it small. */
    private static byte[] noise() {
        var image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        var dice = new Random(1);
        for (int pixel = 0; pixel < 900 * 900; pixel++) {
            image.setRGB(pixel % 900, pixel / 900, dice.nextInt());
        }
        return encoded(image, "jpeg");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
