package io.tilth.sandbox.phone;

import static io.tilth.sandbox.phone.Table.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.EmptyCompany;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private static final String APP = "/console/apps/" + CORP + "/" + EmptyCompany.AGENT;
    private Table table;

    @BeforeEach
    void lay() {
        table = new Table();
    }

    @AfterEach
    void clear() {
        table.close();
    }

    @Test
    void savesACallbackAddressOnlyWhenItProvesItself() {
        try (var ear = new Ear(CORP)) {
            var right = ear.address();
            var refused = table.ask(APP + "/callback", "url", right.url(), "token", "wrong", "aesKey", right.aesKey());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Table.json(refused).path("sentence").asString()).isNotEmpty();

            var saved =
                    table.ask(APP + "/callback", "url", right.url(), "token", right.token(), "aesKey", right.aesKey());
            assertThat(saved.statusCode()).isEqualTo(200);
            var app = table.get("/console/companies").path(0).path("apps").path(0);
            assertThat(app.path("callback").path("url").asString()).isEqualTo(right.url());
        }
    }

    @Test
    void tellsOfEachDeliveryHowItWasAnswered() {
        try (var ear = new Ear(CORP)) {
            table.sandbox.callbacks().configure(CORP, EmptyCompany.AGENT, ear.address());
            table.post("/wechat/" + table.wang + "/add", "text", table.code(true));

            Awaitility.await().untilAsserted(() -> {
                var sent = table.get("/console/deliveries").path(0);
                assertThat(sent.path("event").asString()).isEqualTo("add_external_contact");
                assertThat(sent.path("state").asString()).isEqualTo("GOOD");
                assertThat(sent.path("tries").path(0).path("answer").asString()).isEqualTo("HTTP 200");
            });
            assertThat(table.get("/passing").path(0).path("way").asString()).isEqualTo("OUT");
        }
    }

    @Test
    void keepsALogOfCallsWithTheirRefusals() {
        table.app.post("/cgi-bin/externalcontact/remark", "userid", "nobody");

        var call = table.get("/console/calls").path(0);
        assertThat(call.path("path").asString()).isEqualTo("/cgi-bin/externalcontact/remark");
        assertThat(call.path("code").asInt()).isNotZero();
        assertThat(call.path("app").asString()).isEqualTo("Tilth");
    }

    @Test
    void movesTheClockOnlyAhead() {
        long before = table.get("/clock").path("ahead").asLong();
        table.post("/console/clock", "minutes", 90);
        assertThat(table.get("/clock").path("ahead").asLong() - before).isEqualTo(90 * 60_000);
        assertThat(table.ask("/console/clock", "minutes", -5).statusCode()).isEqualTo(409);
    }

    @Test
    void setsFaultsWithASeed() {
        table.post("/console/faults", "seed", 7, "rates", Map.of("BUSY", 0.25), "path", "/cgi-bin/tag");

        var faults = table.sandbox.faults().faults();
        assertThat(faults.rates()).containsEntry(Fault.BUSY, 0.25);
        assertThat(faults.seed()).isEqualTo(7);
        assertThat(table.get("/console/faults").path("path").asString()).isEqualTo("/cgi-bin/tag");
    }

    @Test
    void savesAWorldAndComesBackToIt() throws IOException {
        String name = "test " + ProcessHandle.current().pid();
        table.post("/console/world/save", "name", name);
        table.post("/customers", "name", "后来的人");
        assertThat(table.get("/customers?q=" + Table.encode("后来的人"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);

        table.post("/console/world/load", "name", name);

        assertThat(table.get("/customers?q=" + Table.encode("后来的人"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(table.get("/customers?q=" + Table.encode("王先生"))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(table.ask("/console/world/save", "name", "../../etc").statusCode())
                .isEqualTo(409);
        assertThat(table.ask("/console/world/load", "name", "never").statusCode())
                .isEqualTo(404);
        Files.delete(new Shelf(Optional.empty()).find(name));
    }

    @Test
    void tellsOpenPagesOfEveryChange() {
        var heard = new CopyOnWriteArrayList<String>();
        var request = HttpRequest.newBuilder(table.uri("/events"))
                .header("Accept", "text/event-stream")
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var line = http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(heard)));
            Awaitility.await().until(() -> heard.stream().anyMatch(text -> text.contains("hello")));
            table.post("/customers", "name", "新来的");
            // A browser hands on only events that carry something.
            Awaitility.await()
                    .until(() -> heard.contains("event: world")
                            && heard.stream().anyMatch(text -> text.startsWith("data: ")));
            line.cancel(true);
            http.shutdownNow();
        }
    }

    @Test
    void sendsAFrameOnAndRemembersWhoReads() {
        String query = "?as=pc&who=" + Table.encode(Table.LIN) + "&url=" + Table.encode("http://localhost:1/x?a=1");
        var answer = Table.send(HttpRequest.newBuilder(open(query)));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location")).hasValue("http://localhost:1/x?a=1");
        assertThat(answer.headers().allValues("set-cookie").toString())
                .contains("sandbox_who=")
                .contains("sandbox_browser=wechat-pc");
        assertThat(Table.send(HttpRequest.newBuilder(open("?as=pc&who=x&url=javascript:alert(1)")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void readsTheCodeInAPicture() {
        String code = table.code(true);
        String id = code.substring(code.lastIndexOf('/') + 1);
        var picture = URI.create("http://127.0.0.1:" + table.sandbox.port() + "/wework_admin/qrcode/" + id);
        try (var in = picture.toURL().openStream()) {
            var body = HttpRequest.BodyPublishers.ofByteArray(in.readAllBytes());
            var answer = Table.send(HttpRequest.newBuilder(table.uri("/decode")).POST(body));
            assertThat(Table.json(answer).path("text").asString()).isEqualTo(code);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(table.ask("/decode", "not", "a picture").statusCode()).isEqualTo(404);
    }

    private URI open(String query) {
        return URI.create("http://127.0.0.1:" + table.sandbox.port() + "/sandbox/open" + query);
    }
}
