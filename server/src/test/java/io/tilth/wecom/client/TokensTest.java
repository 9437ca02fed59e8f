package io.tilth.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.TenantScope;
import io.tilth.wecom.WecomApps;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensTest extends ClientTest {

    @Autowired
    WecomApps apps;

    @Test
    void twoNodesFetchATokenOnceForSixtyFourCallers() {
        PLATFORM.onCurrentToken(corpId, "user/get");
        var one = anotherNode();
        var other = anotherNode();
        var turn = new AtomicInteger();

        var all = atOnce(64, () -> get(turn.incrementAndGet() % 2 == 0 ? one : other, acme, company, "user/get"));

        assertThat(all).allSatisfy(answer -> assertThat(result(answer)).contains("\"errcode\":0"));
        assertThat(PLATFORM.asked("gettoken")).hasSize(1);
        assertThat(PLATFORM.asked("user/get")).hasSize(64);
    }

    @Test
    void aStormOfExpiredAnswersRenewsOnce() {
        PLATFORM.onCurrentToken(corpId, "user/get");
        get("user/get");
        var other = anotherNode();
        get(other, acme, company, "user/get");
        PLATFORM.expireTokens(corpId);
        var turn = new AtomicInteger();

        var all = atOnce(64, () -> get(turn.incrementAndGet() % 2 == 0 ? calls : other, acme, company, "user/get"));

        assertThat(all).allSatisfy(answer -> assertThat(result(answer)).contains("\"errcode\":0"));
        assertThat(PLATFORM.asked("gettoken")).hasSize(2);
    }

    @Test
    void aLateComplaintAboutAnOldTokenLeavesTheFreshOne() {
        PLATFORM.onCurrentToken(corpId, "user/get");
        get("user/get");
        var old = PLATFORM.asked("user/get").getFirst().token();
        PLATFORM.expireTokens(corpId);
        get("user/get");
        var fresh = PLATFORM.asked("user/get").getLast().token();

        var line = TenantScope.of(acme).call(() -> calls.line(company));
        var again = TenantScope.of(acme)
                .call(() -> new AccessTokens(
                                new Tokens(tokenService, new Waiting(), clock), tally, new Meter(), new Waiting())
                        .of(line, old));

        assertThat(again).isEqualTo(fresh).isNotEqualTo(old);
        assertThat(PLATFORM.asked("gettoken")).hasSize(2);
    }

    @Test
    void givesUpWhenAFreshTokenIsNotTakenEither() {
        PLATFORM.on("user/get", any -> Platform.error(40014));

        assertThatExceptionOfType(WecomRefusal.class)
                .isThrownBy(() -> get("user/get"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONNECTION));
        assertThat(PLATFORM.asked("user/get")).hasSize(2);
        assertThat(PLATFORM.asked("gettoken")).hasSize(2);
    }

    @Test
    void doesNotHammerThePlatformWithAWrongSecret() {
        PLATFORM.on("gettoken", any -> Platform.error(40001));

        var all = atOnce(50, () -> {
            assertThatExceptionOfType(WecomRefusal.class)
                    .isThrownBy(() -> get("user/get"))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(40001));
            return true;
        });

        assertThat(all).allSatisfy(done -> assertThat(result(done)).isTrue());
        assertThat(PLATFORM.asked("gettoken")).hasSize(1);
        assertThat(PLATFORM.asked("user/get")).isEmpty();
    }

    @Test
    void provesASecretAnewWhateverIsKnown() {
        PLATFORM.onCurrentToken(corpId, "user/get");
        get("user/get");

        TenantScope.of(acme).run(() -> apps.prove(company));

        assertThat(PLATFORM.asked("gettoken")).hasSize(2);
        assertThat(get("user/get")).contains("\"errcode\":0");
        assertThat(PLATFORM.asked("gettoken")).hasSize(2);
    }

    @Test
    void fetchesATicketOnceForAllNodes() {
        PLATFORM.on("get_jsapi_ticket", any -> "{\"errcode\":0,\"ticket\":\"ticket-1\",\"expires_in\":7200}");

        var all = atOnce(20, () -> TenantScope.of(acme).call(() -> apps.ticket(company, WecomApps.Ticket.COMPANY)));

        assertThat(all).allSatisfy(ticket -> assertThat(result(ticket)).isEqualTo("ticket-1"));
        assertThat(PLATFORM.asked("get_jsapi_ticket")).hasSize(1);
    }
}
