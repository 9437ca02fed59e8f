package io.tilth.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The time of the platform: it runs like ours, but can be moved. WeCom lives in Shanghai. */
public final class WorldClock extends Clock {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final World world;

    WorldClock(World world) {
        this.world = world;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead());
    }

    public long seconds() {
        return instant().getEpochSecond();
    }

    /** How far it is ahead of our own time. */
    public Duration ahead() {
        return world.find(Ahead.class, Ahead.KEY).map(Ahead::by).orElse(Duration.ZERO);
    }

    public void move(Duration by) {
        world.change(change -> {
            var ahead = new Ahead(change.find(Ahead.class, Ahead.KEY)
                    .map(Ahead::by)
                    .orElse(Duration.ZERO)
                    .plus(by));
            change.put(ahead);
            return ahead;
        });
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead());
    }

    record Ahead(Duration by) implements Thing {
        static final String KEY = "clock";

        @Override
        public String key() {
            return KEY;
        }
    }
}
