package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.access.Staff;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantVisits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A company that writes materials, for the tests about them. */
@ServerTest
@Import({KernelProbe.class, Staff.class})
abstract class MaterialKit {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String BOUNDARY = "----boundary";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    TenantVisits visits;

    @Autowired
    Materials materials;

    @Autowired
    JsonMapper json;

    Probing acme;

    @BeforeEach
    void withACompany() {
        acme = Probing.on(port, "material:read,material:write,material:review");
        staff.open(acme.tenant());
    }

    <T> T inAcme(Supplier<T> work) {
        return visits.system(acme.tenant(), work);
    }

    JsonNode article(String title, String html) {
        return created(Map.of("kind", "ARTICLE", "title", title, "content", Map.of("html", html)));
    }

    JsonNode created(Map<String, ?> material) {
        return ok(acme.post("/api/v1/materials", json.writeValueAsString(material)));
    }

    JsonNode step(JsonNode material, String deed) {
        return ok(acme.post(path(material) + "/" + deed, "{\"version\": %s}".formatted(material.get("version"))));
    }

    JsonNode opened(JsonNode material) {
        return ok(acme.get(path(material)));
    }

    JsonNode saved(JsonNode material, String title, String html) {
        var draft = Map.of(
                "title",
                title,
                "content",
                Map.of("html", html),
                "version",
                material.get("version").asInt());
        return ok(acme.put(path(material), json.writeValueAsString(draft)));
    }

    static String path(JsonNode material) {
        return "/api/v1/materials/" + material.get("id").asString();
    }

    static MaterialId id(JsonNode material) {
        return MaterialId.of(material.get("id").asString());
    }

    JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json.readTree(answer.body());
    }

    String problem(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        return json.readTree(answer.body()).get("type").asString().replace("/problems/", "");
    }

    HttpResponse<String> upload(String name, String type, byte[] bytes) {
        return upload(acme, "/api/v1/material-files", name, type, bytes);
    }

    static HttpResponse<String> upload(Probing who, String path, String name, String type, byte[] bytes) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: %s\r\n\r\n")
                .formatted(BOUNDARY, name, type)
                .getBytes());
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes());
        return send(who.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Cookie", "XSRF-TOKEN=probe")
                .header("X-XSRF-TOKEN", "probe")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    JsonNode picture() {
        return ok(upload("柜子.png", "image/png", png(640, 480)));
    }

    /** As somebody outside, who has never signed in. */
    HttpResponse<byte[]> fetch(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request, BodyHandlers.ofByteArray());
    }

    static byte[] png(int width, int height) {
        return encoded(painted(width, height), "png");
    }

    static byte[] jpeg(int width, int height) {
        return encoded(painted(width, height), "jpeg");
    }

    private static BufferedImage painted(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width / 2, height);
        pen.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** A page for each text. */
    static byte[] pdf(List<String> pages) {
        try (var document = new PDDocument()) {
            for (var text : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(new PDType1Font(FontName.HELVETICA), 24);
                    pen.newLineAtOffset(72, 600);
                    pen.showText(text);
                    pen.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
