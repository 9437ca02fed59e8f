package io.tilth.sandbox.jssdk;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code get_jsapi_ticket} for the company, {@code ticket/get?type=agent_config} for the app. */
public final class TicketApi implements Area {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int A_COMPANY = 400;
    private static final int AN_APP = 100;

    private final Map<String, Deque<Instant>> calls = new ConcurrentHashMap<>();
    private final Platform platform;
    private final Tickets tickets;

    public TicketApi(Platform platform, Tickets tickets) {
        this.platform = platform;
        this.tickets = tickets;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(
                        "/cgi-bin/get_jsapi_ticket",
                        (call, change) -> give(call, change, call.corp().id(), A_COMPANY))
                .write("/cgi-bin/ticket/get", this::ofApp);
    }

    private Answer ofApp(Call call, Change change) {
        Code.BAD_PARAMETER.unless(call.text("type").equals("agent_config"));
        return give(call, change, call.app().key(), AN_APP);
    }

    private Answer give(Call call, Change change, String holder, int anHour) {
        count(holder, anHour);
        var ticket = tickets.of(change, holder);
        return Answer.of(
                "ticket", ticket.value(),
                "expires_in", ticket.secondsLeft(platform.clock().instant()));
    }

    private void count(String holder, int most) {
        var now = platform.clock().instant();
        var lately = calls.computeIfAbsent(holder, any -> new ArrayDeque<>());
        synchronized (lately) {
            while (!lately.isEmpty() && lately.peekFirst().isBefore(now.minus(HOUR))) {
                lately.removeFirst();
            }
            Code.TOO_OFTEN.unless(lately.size() < most);
            lately.addLast(now);
        }
    }
}
