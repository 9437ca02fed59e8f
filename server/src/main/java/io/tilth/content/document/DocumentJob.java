package io.tilth.content.document;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.content.Documents.Progress;
import io.tilth.content.document.DocumentQueue.Order;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes page pictures in the background, on any node, one document at a time on each: painting takes memory. */
@Configuration(proxyBeanMethods = false)
class DocumentJob {

    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration TURN = Duration.ofSeconds(2);

    @Bean
    CustomTask<Void> renderDocument(DocumentDesk desk, TenantVisits visits, Clock clock) {
        var easel = new Semaphore(1);
        return Tasks.custom(DocumentQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(tryAgain(desk, visits))
                .execute((instance, context) -> {
                    if (!easel.tryAcquire()) {
                        return (complete, operations) ->
                                operations.reschedule(complete, clock.instant().plus(TURN));
                    }
                    try {
                        var order = Order.of(instance.getId());
                        var document = visits.apart(order.tenant(), () -> desk.render(order.file()));
                        return document.filter(left -> left.state() == Progress.WAITING)
                                        .isPresent() // somebody else is at it, and may die
                                ? (complete, operations) -> operations.reschedule(
                                        complete, clock.instant().plus(PAUSE))
                                : (complete, operations) -> operations.remove();
                    } finally {
                        easel.release();
                    }
                });
    }

    @Bean
    RecurringTask<Void> tendDocuments(TenantVisits visits, DocumentService documents) {
        return Tasks.recurring("tend-documents", Schedules.fixedDelay(Duration.ofMinutes(10)))
                .execute((instance, context) -> visits.each("tend-documents", tenant -> documents.tend()));
    }

    private static FailureHandler<Void> tryAgain(DocumentDesk desk, TenantVisits visits) {
        return (complete, operations) -> {
            if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
                var order = Order.of(complete.getExecution().taskInstance.getId());
                visits.apart(order.tenant(), () -> desk.giveUp(order.file()));
                operations.stop();
            } else {
                operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
            }
        };
    }
}
