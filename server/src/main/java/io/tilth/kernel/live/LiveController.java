package io.tilth.kernel.live;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Needs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One stream per browser; events say what moved, and the browser fetches it. */
@RestController
@Hidden // not JSON: the stream is described in docs/api
class LiveController {

    private final LiveHub hub;
    private final LiveService signals;

    LiveController(LiveHub hub, LiveService signals) {
        this.hub = hub;
        this.signals = signals;
    }

    @Needs
    @GetMapping(value = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> open(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable UUID lastSeen) {
        var caller = Caller.current();
        var recipients = recipients(caller);
        var stream = new LiveStream(caller.tenant(), recipients);
        hub.add(stream); // before looking back, so that nothing falls between
        var missed = lastSeen == null
                ? Optional.of(List.<LiveSignal>of())
                : signals.missed(lastSeen, caller.tenant(), recipients);
        if (missed.isEmpty()) {
            stream.reset();
        }
        Thread.ofVirtual().name("live-stream").start(() -> stream.write(missed.orElse(List.of())));
        return ResponseEntity.ok()
                .header("X-Accel-Buffering", "no")
                .header("Cache-Control", "no-store")
                .body(stream.emitter());
    }

    private static Set<String> recipients(Caller caller) {
        return Stream.concat(
                        Stream.of(
                                Recipient.EVERYBODY.key(),
                                Recipient.account(caller.id()).key()),
                        caller.session().stream().map(LiveSignal::session))
                .collect(Collectors.toSet());
    }
}
