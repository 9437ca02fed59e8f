package io.tilth;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/**
 * Servers of earlier tests stay cached and share the database. Between tests they are paused, but their schedulers would
 * go on taking jobs that belong to the test at hand, and do them with fakes of their own.
 */
@TestConfiguration(proxyBeanMethods = false)
class IdleSchedulers {

    @Bean
    SmartLifecycle schedulerSleepsWithItsServer(Scheduler scheduler) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                scheduler.resume();
                running = true;
            }

            @Override
            public void stop() {
                scheduler.pause();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
