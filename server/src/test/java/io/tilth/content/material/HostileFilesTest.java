package io.tilth.content.material;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that somebody sends who means no good: refused with a reason, or kept as something that can do no harm. */
class HostileFilesTest extends MaterialKit {

    private static final String MARK = "alert(1)";
    private static final Set<String> HARMLESS = Set.of("image/jpeg", "image/png", "image/gif", "application/pdf");

    /** @param type as whose it is passed off */
    record Hostile(String what, String name, String type, byte[] bytes) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Hostile> hostile() throws IOException {
        return Stream.of(
                new Hostile("nothing", "a.png", "image/png", new byte[0]),
                new Hostile(
                        "a page called a picture", "a.jpg", "image/jpeg", ("<script>" + MARK + "</script>").getBytes()),
                new Hostile("a drawing with a script", "a.svg", "image/svg+xml", svg()),
                new Hostile("a zip bomb called a picture", "a.png", "image/png", bomb("a.txt")),
                new Hostile("a document with macros", "a.docm", "application/vnd.ms-word", bomb("word/vbaProject.bin")),
                new Hostile("a zip bomb called a document", "a.pdf", "application/pdf", bomb("a.txt")),
                new Hostile("a picture that is a script too", "a.gif", "image/gif", polyglot()),
                new Hostile("a picture with a page behind it", "a.png", "image/png", tailed()),
                new Hostile("a picture of 3.6 billion pixels", "a.png", "image/png", header(60_000, 60_000)),
                new Hostile("a picture without an end", "a.png", "image/png", header(600, 600)),
                new Hostile("a picture of no size", "a.png", "image/png", header(0, 0)),
                new Hostile(
                        "a document with a script",
                        "a.pdf",
                        "application/pdf",
                        pdf("/OpenAction << /S /JavaScript /JS (app." + MARK + ") >>")),
                new Hostile("a document that holds itself", "a.pdf", "application/pdf", pdf("/Pages 1 0 R")),
                new Hostile(
                        "a document of nothing but its beginning", "a.pdf", "application/pdf", "%PDF-1.7\n".getBytes()),
                new Hostile("a document that unpacks to 200 MB", "a.pdf", "application/pdf", inflating()),
                new Hostile("a name that climbs", "../../../../etc/cron.d/a.png", "image/png", png(8, 8)),
                new Hostile("a name with a page in it", "<img src=x onerror=" + MARK + ">.png", "image/png", png(8, 8)),
                new Hostile("a name that never ends", "a".repeat(4_000) + ".png", "image/png", png(8, 8)),
                new Hostile("a name that reads backwards", "a\u202egnp.exe", "image/png", png(8, 8)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void doNoHarmAsMaterials(Hostile file) {
        var answer = upload(file.name(), file.type(), file.bytes());

        isRefusedOrKept(answer);
        if (answer.statusCode() < 300) {
            isHarmless(json.readTree(answer.body()).path("url").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void doNoHarmAsPicturesOfWelcomes(Hostile file) {
        var marketer = new Probing(port, acme.tenant(), acme.account(), "channel-code:read,channel-code:write");

        isRefusedOrKept(upload(marketer, "/api/v1/welcome-pictures", file.name(), file.type(), file.bytes()));
    }

    private void isRefusedOrKept(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        if (answer.statusCode() >= 400) {
            assertThat(json.readTree(answer.body()).path("detail").asString("")).isNotBlank();
        }
    }

    /** However it came in, a browser takes it for what it is called, and shows a document in no page of ours. */
    private void isHarmless(String url) {
        var shown = acme.get(url);
        assertThat(shown.statusCode()).isEqualTo(200);
        var type = shown.headers().firstValue("Content-Type").orElse("");
        assertThat(HARMLESS).contains(type);
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition").orElse(""))
                .doesNotContain("..", "<")
                .startsWith(type.equals("application/pdf") ? "attachment" : "");
        if (type.equals("image/png") || type.equals("image/jpeg")) {
            assertThat(shown.body()).as("drawn anew").doesNotContain(MARK);
        }
    }

    private static byte[] svg() {
        return ("<svg xmlns='http://www.w3.org/2000/svg'><script>" + MARK + "</script></svg>").getBytes();
    }

    /** 50 MB of nothing in 50 KB. */
    private static byte[] bomb(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int megabyte = 0; megabyte < 50; megabyte++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] polyglot() {
        return ("GIF89a/*\u0001\u0000\u0001\u0000*/=1;" + MARK + ";").getBytes(ISO_8859_1);
    }

    private static byte[] tailed() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(png(8, 8));
        bytes.writeBytes(("<html><script>" + MARK + "</script></html>").getBytes());
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height) {
        var chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(ISO_8859_1))
                .putInt(width)
                .putInt(height);
        chunk.put((byte) 8).put((byte) 2).put(new byte[3]);
        var crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(chunk.array())
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] pdf(String catalog) {
        return ("%PDF-1.7\n1 0 obj << /Type /Catalog " + catalog + " >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    private static byte[] inflating() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (int megabyte = 0; megabyte < 200; megabyte++) {
                deflater.write(new byte[1024 * 1024]);
            }
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                        + "2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj\n"
                        + "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >> endobj\n"
                        + "4 0 obj << /Filter /FlateDecode /Length " + packed.size() + " >> stream\n")
                .getBytes(ISO_8859_1));
        bytes.writeBytes(packed.toByteArray());
        bytes.writeBytes("\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }
}
