package io.tilth.kernel.live;

import io.tilth.kernel.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One browser's stream. A slow reader never holds up others: its queue is bounded, and when full it is told to look anew. */
class LiveStream {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final int QUEUE = 100;
    private static final SseEventBuilder END = SseEmitter.event();

    private final TenantId tenant;
    private final Set<String> recipients;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<SseEventBuilder> queue = new ArrayBlockingQueue<>(QUEUE);

    LiveStream(TenantId tenant, Set<String> recipients) {
        this.tenant = tenant;
        this.recipients = recipients;
    }

    SseEmitter emitter() {
        return emitter;
    }

    boolean hears(LiveSignal signal) {
        return recipients.contains(signal.recipient())
                && (signal.topic().equals(LiveSignal.BYE) || tenant.equals(signal.tenant()));
    }

    void send(LiveSignal signal) {
        if (signal.topic().equals(LiveSignal.BYE)) {
            end(signal.subject());
        } else {
            offer(SseEmitter.event().id(signal.id().toString()).data(new Moved(signal.topic(), signal.subject())));
        }
    }

    /** The screens cannot be told what they missed: they fetch everything again. */
    void reset() {
        offer(SseEmitter.event().name("reset").data(""));
    }

    void end(String why) {
        queue.clear();
        offer(SseEmitter.event().name("bye").data(new Bye(why)));
        offer(END);
    }

    /** Ends without a word, so that the browser comes back, to another node if need be. */
    void drop() {
        queue.clear();
        offer(END);
    }

    /** Writes until the reader has gone or the stream has ended; runs on a thread of its own. */
    void write(List<LiveSignal> first) {
        try {
            emitter.send(SseEmitter.event().name("hello").reconnectTime(2_000).data(""));
            first.forEach(this::send);
            for (var event = next(); event != END; event = next()) {
                emitter.send(event == null ? SseEmitter.event().comment("") : event);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            emitter.completeWithError(gone);
        } catch (InterruptedException stopped) {
            emitter.complete();
        }
    }

    private @Nullable SseEventBuilder next() throws InterruptedException {
        return queue.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void offer(SseEventBuilder event) {
        if (!queue.offer(event)) {
            queue.clear();
            queue.offer(event == END ? END : SseEmitter.event().name("reset").data(""));
        }
    }

    /** @param reason a {@code Live.Goodbye} in small letters, such as {@code password-changed} */
    record Bye(String reason) {}

    /** @param topic what kind of thing moved, {@code id} which one */
    record Moved(String topic, String id) {}
}
