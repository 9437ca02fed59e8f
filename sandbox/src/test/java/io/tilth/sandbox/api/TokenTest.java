package io.tilth.sandbox.api;

import static io.tilth.sandbox.seed.EmptyCompany.AGENT;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static io.tilth.sandbox.seed.EmptyCompany.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.Switches;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.kit.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final String PATH = "/cgi-bin/getcallbackip";

    private Sandbox sandbox;
    private Caller caller;

    @BeforeEach
    void setUp() {
        sandbox = Sandbox.start(Settings.forTest());
        caller = Caller.of(sandbox, CORP, SECRET);
    }

    @AfterEach
    void tearDown() {
        sandbox.close();
    }

    @Test
    void isGivenForTwoHours() {
        var answer = caller.get("/cgi-bin/gettoken", "corpid", CORP, "corpsecret", SECRET);
        assertThat(answer.propertyNames()).containsExactly("errcode", "errmsg", "access_token", "expires_in");
        assertThat(answer.path("expires_in").asInt()).isBetween(7199, 7200);
        assertThat(code()).isZero();
        sandbox.world().clock().move(Duration.ofSeconds(7201));
        assertThat(code()).isEqualTo(42001);
    }

    @Test
    void isRefusedForTheRightReason() {
        var stranger = new Caller(sandbox);
        assertThat(gettoken("corpsecret", SECRET)).isEqualTo(41002);
        assertThat(gettoken("corpid", CORP)).isEqualTo(41004);
        assertThat(gettoken("corpid", "ww0", "corpsecret", SECRET)).isEqualTo(40013);
        assertThat(gettoken("corpid", CORP, "corpsecret", "wrong")).isEqualTo(40001);
        assertThat(stranger.code(stranger.get(PATH))).isEqualTo(41001);
        assertThat(stranger.code(stranger.get(PATH, "access_token", "made-up"))).isEqualTo(40014);
        assertThat(stranger.code(stranger.get("/cgi-bin/no/such/path"))).isEqualTo(40066);
    }

    @Test
    void tellsOfARefusalAsThePlatformDoes() {
        assertThat(new Caller(sandbox).get(PATH).path("errmsg").asString())
                .matches("access_token missing, hint: \\[\\d+_\\d+_[0-9a-f]{32}], from ip: 127.0.0.1, "
                        + "more info at https://open.work.weixin.qq.com/devtool/query\\?e=41001");
    }

    @Test
    void canBeTakenBackAndEnded() {
        var app = sandbox.world().find(App.class, App.key(CORP, AGENT)).orElseThrow();
        sandbox.platform().tokens().revoke(app);
        assertThat(code()).isEqualTo(40014);
        caller = Caller.of(sandbox, CORP, SECRET);
        sandbox.platform().tokens().expire(app);
        assertThat(code()).isEqualTo(42001);
    }

    @Test
    void staysTheSameOnlyIfSwitchedSo() {
        assertThat(token()).isNotEqualTo(token());
        sandbox.platform().switches().set(Switches.SAME_TOKEN, true);
        assertThat(token()).isEqualTo(token());
    }

    @Test
    void worksOnlyFromTrustedAddresses() {
        change(app -> app.withTrust("", Set.of("10.0.0.1")));
        assertThat(code()).isEqualTo(60020);
        change(app -> app.withTrust("", Set.of("10.0.0.1", "127.0.0.1")));
        assertThat(code()).isZero();
    }

    @Test
    void isLimitedInFrequencyAndShutOutForAMinute() {
        sandbox.platform().limits().set(3, 5);
        assertThat(IntStream.range(0, 4).map(nth -> code())).containsExactly(0, 0, 0, 45009);
        sandbox.world().clock().move(Duration.ofSeconds(59));
        assertThat(code()).isEqualTo(45009);
        sandbox.world().clock().move(Duration.ofSeconds(2));
        assertThat(code()).as("the hour is used up by now").isEqualTo(45009);
        sandbox.world().clock().move(Duration.ofMinutes(61));
        assertThat(code()).isZero();
    }

    @Test
    void isCountedAnewInAWorldThatWasReset() {
        sandbox.platform().limits().set(2, 5);
        sandbox.world().clock().move(Duration.ofDays(1));
        caller = Caller.of(sandbox, CORP, SECRET); // yesterday's token is over
        assertThat(IntStream.range(0, 3).map(nth -> code())).containsExactly(0, 0, 45009);

        sandbox.reset(sandbox.settings().seed());
        caller = Caller.of(sandbox, CORP, SECRET);

        assertThat(IntStream.range(0, 2).map(nth -> code())).containsOnly(0);
    }

    @Test
    void meetsTheSameMishapsWithTheSameSeed() {
        var faults = Faults.none()
                .seeded(7)
                .with(Fault.BUSY, 0.2)
                .with(Fault.EXPIRED, 0.1)
                .with(Fault.DROPPED, 0.1);
        var first = mishaps(faults);
        assertThat(first).contains(0, -1, 42001, 1).hasSize(60);
        assertThat(mishaps(faults)).isEqualTo(first);
        assertThat(mishaps(faults.seeded(8))).isNotEqualTo(first);
    }

    @Test
    void isReadLeniently() {
        assertThat(caller.get(PATH + "?&x=1&&y=2").path("errcode").asInt(-5)).isZero();
    }

    private ArrayList<Integer> mishaps(Faults faults) {
        sandbox.faults().set(faults);
        var codes = new ArrayList<Integer>();
        for (int i = 0; i < 60; i++) {
            try {
                codes.add(code());
            } catch (UncheckedIOException cut) {
                codes.add(1);
            }
        }
        sandbox.faults().set(Faults.none());
        return codes;
    }

    private void change(UnaryOperator<App> edit) {
        sandbox.world().change(change -> {
            change.put(edit.apply(change.find(App.class, App.key(CORP, AGENT)).orElseThrow()));
            return change;
        });
    }

    private String token() {
        return caller.get("/cgi-bin/gettoken", "corpid", CORP, "corpsecret", SECRET)
                .path("access_token")
                .asString();
    }

    private int gettoken(Object... parameters) {
        return caller.code(new Caller(sandbox).get("/cgi-bin/gettoken", parameters));
    }

    private int code() {
        return caller.code(caller.get(PATH));
    }
}
