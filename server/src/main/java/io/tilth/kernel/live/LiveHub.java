package io.tilth.kernel.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The streams that this node holds. Ends them before the web server stops, which would otherwise wait for them. */
@Component
class LiveHub implements SmartLifecycle {

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    LiveHub(MeterRegistry meters) {
        meters.gaugeCollectionSize("tilth.live.streams", List.of(), streams);
    }

    void add(LiveStream stream) {
        streams.add(stream);
        stream.emitter().onCompletion(() -> streams.remove(stream));
        stream.emitter().onError(error -> streams.remove(stream));
        if (!open) {
            stream.drop();
        }
    }

    void deliver(LiveSignal signal) {
        streams.stream().filter(stream -> stream.hears(signal)).forEach(stream -> stream.send(signal));
    }

    @Override
    public void start() {
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        streams.forEach(LiveStream::drop);
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
