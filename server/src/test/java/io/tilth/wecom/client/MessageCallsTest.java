package io.tilth.wecom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.customer.Sandboxed;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.message.Delivery;
import io.tilth.wecom.AppMessages;
import io.tilth.wecom.AppMessages.Message;
import io.tilth.wecom.AppMessages.Sent;
import io.tilth.wecom.WecomRefusal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MessageCallsTest extends Sandboxed {

    private static final Message NEWS =
            new Message("客户打开了报价", "王女士 · 12 秒", Optional.of(URI.create("http://localhost/w/alerts/1")));

    @Autowired
    AppMessages messages;

    @AfterEach
    void noMoreFaults() {
        SANDBOX.faults().set(Faults.none());
    }

    @Test
    void reachesAMemberOnceHoweverLateALostAnswerIsAskedForAgain() {
        seed(1, 0);
        SANDBOX.faults().set(Faults.none().with(Fault.ANSWER_LOST, 1).onlyFor("", "/cgi-bin/message/send"));
        assertThatExceptionOfType(WecomRefusal.class).isThrownBy(this::send);
        SANDBOX.faults().set(Faults.none());
        SANDBOX.platform().clock().move(Duration.ofMinutes(70));

        assertThat(send().invalid()).isEmpty();

        assertThat(SANDBOX.world().table(Delivery.class).size()).isEqualTo(1);
    }

    @Test
    void saysTheSameAfterARestartInTheSameOrder() {
        var card = MessageCalls.card(NEWS, NEWS.link().orElseThrow());

        assertThat(card.keySet()).containsExactly("title", "description", "url");
    }

    private Sent send() {
        return visits.apart(acme.tenant(), () -> messages.send(company, List.of("member0"), NEWS));
    }
}
