package io.tilth.content.material;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.Documents;
import io.tilth.content.Documents.Progress;
import io.tilth.content.FileId;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.content.Materials.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DocumentTest extends MaterialKit {

    @Autowired
    Documents documents;

    @Autowired
    MaterialDesk desk;

    @Test
    void showsADocumentAsPicturesOfItsPages() {
        var document = uploaded(pdf(List.of("One", "Two", "Three")));
        assertThat(finish(document).state()).isEqualTo(Progress.READY);
        var material = material(document, false);

        var published = step(material, "submit");

        var body = (Body.Document) inAcme(() -> materials.body(id(published))).orElseThrow();
        assertThat(body.pages())
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.width()).isEqualTo(1080));
        assertThat(body.download()).isEmpty();
        assertThat(published.at("/document/leaves")).hasSize(3);
        var first = fetch(published.at("/document/leaves/0/url").asString());
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(first.body().length).isLessThan(200_000);
        assertThat(published.get("cover").asString())
                .isEqualTo(published.at("/document/leaves/0/id").asString());
    }

    @Test
    void handsTheDocumentItselfOutOnlyWhereTheCompanyLetsIt() {
        var document = uploaded(pdf(List.of("One")));
        finish(document);
        var material = step(material(document, false), "submit");
        assertThat(fetch(document.get("url").asString()).statusCode()).isEqualTo(404);

        var draft = Map.of(
                "title", "五金说明",
                "content", Map.of("file", document.get("id").asString(), "download", true),
                "version", material.get("version").asInt());
        step(ok(acme.put(path(material), json.writeValueAsString(draft))), "submit");

        var file = fetch(document.get("url").asString());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void findsWhatTheWordListObjectsToOnTheVeryPage() {
        var document = uploaded(pdf(List.of("plain", "words")));
        finish(document);
        ok(acme.put("/api/v1/material-review", """
                {"always": false, "own": ["words"], "allowed": [], "version": 0}
                """));

        var submitted = step(material(document, false), "submit");

        assertThat(submitted.get("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(submitted.at("/findings/0/place").asString()).isEqualTo("2");
    }

    @Test
    void refusesWithWordsThatHelp() {
        assertThat(problem(upload("a.pdf", "application/pdf", png(10, 10)))).isEqualTo("document-not-pdf");
        assertThat(reason(locked())).contains("document-locked");
        assertThat(reason(Arrays.copyOf(pdf(List.of("One")), 300))).contains("document-broken");
        assertThat(reason(pdf(Collections.nCopies(201, "page")))).contains("document-too-long");
    }

    /** A page that says "save" two hundred million times: a few hundred kilobytes, until somebody opens it. */
    @Test
    void outlivesADocumentMadeToFillTheMemory() {
        var bomb = bomb();
        assertThat(bomb.length).isLessThan(1024 * 1024);

        assertThat(reason(bomb)).contains("document-too-heavy");
    }

    @Test
    void publishesADocumentOnceItIsReady() {
        var file = inAcme(() -> desk.document("报价单.pdf", new ByteArrayInputStream(pdf(List.of("One", "Two")))));
        var card = new Card("报价单", "", Optional.empty(), true, Optional.empty());
        var material = inAcme(() -> {
            var made = desk.document(card, file, false);
            desk.publish(made);
            return made;
        });

        visits.apart(acme.tenant(), () -> documents.finish(file));

        var shown = inAcme(() -> materials.find(material)).orElseThrow();
        assertThat(shown.priced()).isTrue();
        assertThat(shown.cover()).isPresent();
        assertThat(((Body.Document) inAcme(() -> materials.body(material)).orElseThrow()).pages())
                .hasSize(2);
    }

    private JsonNode uploaded(byte[] pdf) {
        return ok(upload("五金说明.pdf", "application/pdf", pdf));
    }

    private JsonNode material(JsonNode document, boolean download) {
        return created(Map.of(
                "kind", "DOCUMENT",
                "title", "五金说明",
                "content", Map.of("file", document.get("id").asString(), "download", download)));
    }

    private Documents.Document finish(JsonNode document) {
        var id = FileId.of(document.get("id").asString());
        return Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> visits.apart(acme.tenant(), () -> documents.finish(id))
                                .orElseThrow(),
                        one -> one.state() != Progress.WAITING); // the background may have been quicker
    }

    private Optional<String> reason(byte[] pdf) {
        return finish(uploaded(pdf)).reason();
    }

    private static byte[] locked() {
        return saved(document -> {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
        });
    }

    private static byte[] bomb() {
        return saved(document -> {
            var page = new PDPage();
            document.addPage(page);
            var stream = new COSStream();
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                var saves = "q ".repeat(1 << 19).getBytes(US_ASCII);
                for (int i = 0; i < 400; i++) {
                    out.write(saves);
                }
            }
            page.setContents(new PDStream(stream));
        });
    }

    private static byte[] saved(Making making) {
        try (var document = new PDDocument()) {
            making.make(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Making {
        void make(PDDocument document) throws IOException;
    }
}
