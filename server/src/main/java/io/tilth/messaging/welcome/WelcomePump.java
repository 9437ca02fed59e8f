package io.tilth.messaging.welcome;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes up welcomes that no node works on: after a crash, a pause of WeCom's, or when there was no room. */
@Component
class WelcomePump implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WelcomePump.class);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final int MOST_AT_ONCE = 100;

    private final WelcomeService welcomes;
    private final WelcomeSender sender;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    WelcomePump(WelcomeService welcomes, WelcomeSender sender) {
        this.welcomes = welcomes;
        this.sender = sender;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofVirtual().name("welcome-lookout").start(this::lookAround);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void lookAround() {
        do {
            try {
                welcomes.due(MOST_AT_ONCE).forEach(sender::begin);
            } catch (RuntimeException failure) {
                log.warn("Waiting welcomes could not be looked for: {}", failure.getMessage());
            }
        } while (pause());
    }

    private boolean pause() {
        try {
            return !stopped.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException impatient) {
            return false;
        }
    }
}
