package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * Lets a thread wait for WeCom. What asks WeCom runs in virtual threads, where waiting costs nothing, and a call that
 * was put off by a scheduler could not answer whoever asked.
 */
@Component
class Waiting {

    void pause(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.currentThread().isInterrupted()) {
                throw new WecomRefusal("", 0, Kind.BUSY, "the server is stopping");
            }
        }
    }
}
