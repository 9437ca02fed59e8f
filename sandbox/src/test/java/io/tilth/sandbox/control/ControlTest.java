package io.tilth.sandbox.control;

import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static io.tilth.sandbox.seed.EmptyCompany.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.kit.Ear;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    private static final String HERE = "/sandbox/api/";

    @TempDir
    Path home;

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.start(Settings.forTest().in(home));
        caller = new Caller(sandbox);
    }

    @AfterEach
    void tearDown() {
        sandbox.close();
    }

    @Test
    void showsTheWorld() {
        var corp = caller.get(HERE + "world").path("corps").get(0);
        assertThat(corp.path("id").asString()).isEqualTo(CORP);
        assertThat(corp.path("apps").get(0).path("secret").asString()).isEqualTo(SECRET);
    }

    @Test
    void movesTheClock() {
        assertThat(caller.post(HERE + "clock", "seconds", 90)
                        .path("aheadSeconds")
                        .asInt())
                .isEqualTo(90);
        assertThat(caller.get(HERE + "clock").path("aheadSeconds").asInt()).isEqualTo(90);
    }

    @Test
    void setsFaultsAndLimits() {
        caller.post(HERE + "faults", "rates", Map.of("BUSY", 1), "path", "/cgi-bin/gettoken");
        assertThat(gettoken()).isEqualTo(-1);
        caller.post(HERE + "faults", "rates", Map.of());
        assertThat(gettoken()).isZero();
        assertThat(caller.post(HERE + "faults", "rates", Map.of("NONSENSE", 1))
                        .path("problem")
                        .asString())
                .contains("NONSENSE");
    }

    @Test
    void endsTokens() {
        var app = Caller.of(sandbox, CORP, SECRET);
        caller.post(HERE + "tokens/expire", "corp", CORP, "agent", AGENT);
        assertThat(app.code(app.get("/cgi-bin/getcallbackip"))).isEqualTo(42001);
    }

    @Test
    void savesAndLoadsAndForgets() {
        sandbox.actors().customers().appear("王先生");
        caller.post(HERE + "save", "name", "before");
        caller.post(HERE + "reset");
        assertThat(sandbox.world().table(Person.class).size()).isZero();
        caller.post(HERE + "load", "name", "before");
        assertThat(sandbox.world().table(Person.class).size()).isEqualTo(1);
        assertThat(caller.post(HERE + "save", "name", "../elsewhere")
                        .path("problem")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void savesWhereCallbacksGoIfTheAddressIsGood() {
        try (var ear = new Ear(CORP)) {
            var address = ear.address();
            Object[] fields = {
                "corp", CORP, "agent", AGENT, "url", address.url(), "token", address.token(), "aesKey", address.aesKey()
            };
            assertThat(caller.post(HERE + "callbacks", fields)).isEqualTo(Json.object());
            assertThat(caller.get(HERE + "callbacks").path("pending").asInt()).isZero();
            ear.close();
            assertThat(caller.post(HERE + "callbacks", fields).has("problem")).isTrue();
        }
    }

    private int gettoken() {
        return caller.code(caller.get("/cgi-bin/gettoken", "corpid", CORP, "corpsecret", SECRET));
    }
}
