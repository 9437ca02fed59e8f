package io.tilth.tracking.reach;

import static io.tilth.directory.Directories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.Shares;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Anybody may tell a page's beacon anything; it takes what a page would say, and nothing breaks or fills up. */
@ServerTest
@Import({KernelProbe.class, Directories.class})
class HostileBeatsTest {

    private static final int CASES = Boolean.getBoolean("tilth.long") ? 20_000 : 400;
    private static final Pattern BEACON = Pattern.compile("data-beacon=\"([^\"]+)\"");
    private static final String GOOD = """
            {"v":"abcdefgh-1234","b":[{"n":1,"at":0,"k":"beat","s":5,"d":40,"p":1,"x":true}]}""";
    private static final List<String> VALUES = List.of(
            "null",
            "-1",
            "0",
            "32768",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "1e400",
            "0.5",
            "true",
            "[]",
            "{}",
            "\"beat\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[null]",
            "[[[[[[[[]]]]]]]]",
            "\"'; drop table x; --\"");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    MaterialDesk desk;

    @Autowired
    Shares shares;

    @Autowired
    TenantJdbc jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private Probing acme;
    private String page;
    private String beacon;

    @BeforeEach
    void withAPageThatIsOpen() throws Exception {
        acme = Probing.on(port, "customer:read");
        var company = directories.connect(acme.tenant());
        var lin = Map.of("UserID", "lin", "Name", "林晓", "Department", "1");
        directories.tell(acme.tenant(), contact(company, "create_user", Instant.now(), lin));
        page = directories.in(acme.tenant(), () -> {
            var card = new Card("三居收纳怎么做", "", Optional.empty(), false, Optional.empty());
            var material = desk.article(card, "<p>先量尺，再画图。</p>");
            desk.publish(material);
            var sender = directories.member(acme.tenant(), company, "lin").id();
            return "/r/"
                    + shares.mint(material, sender, Optional.empty(), Shares.Way.OPEN)
                            .code();
        });
        var found = BEACON.matcher(new Browser(port).get(page).body());
        assertThat(found.find()).isTrue();
        beacon = found.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
    }

    @Test
    void breaksAtNothingAndStillTakesWhatIsRight() throws Exception {
        var dice = new Random(7);
        for (int number = 0; number < CASES; number++) {
            var body = dice.nextInt(3) == 0 ? scrambled(dice) : odd(dice);
            assertThat(tell(beacon, body)).as("%.300s", body).isIn(204, 400, 413);
        }
        for (var address :
                List.of(page + "/beats?t=", page + "/beats?t=%00", beacon + "x", beacon.replace("/r/", "/r/x"))) {
            assertThat(tell(address, GOOD)).as(address).isIn(400, 404);
        }
        long before = beats();
        assertThat(tell(beacon, GOOD.replace("abcdefgh", "goodgood"))).isEqualTo(204);
        assertThat(beats()).isEqualTo(before + 1);
    }

    /** A page's own words with one value that no page would say. */
    private static String odd(Random dice) {
        var field = List.of("v", "b", "n", "at", "k", "s", "d", "p", "x").get(dice.nextInt(9));
        var value = VALUES.get(dice.nextInt(VALUES.size()));
        return field.equals("b")
                ? "{\"v\":\"abcdefgh-1234\",\"b\":" + value + "}"
                : GOOD.replaceAll("\"" + field + "\":[^,}\\[]+", "\"" + field + "\":" + value.replace("\\", "\\\\"));
    }

    private static String scrambled(Random dice) {
        var text = GOOD.toCharArray();
        for (int times = dice.nextInt(6); times >= 0; times--) {
            text[dice.nextInt(text.length)] = (char) dice.nextInt(0x500);
        }
        return new String(text).substring(dice.nextInt(4), text.length - dice.nextInt(4));
    }

    private long beats() {
        return directories.in(
                acme.tenant(),
                () -> jdbc.sql("select count(*) from tracking.event where tenant_id = :tenant")
                        .query(Long.class)
                        .single());
    }

    private int tell(String address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }
}
