package io.tilth.community.groupchat;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.tilth.kernel.TenantVisits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches group chats in the background, on any node, for one tenant in one place at a time. */
@Configuration(proxyBeanMethods = false)
class GroupChatJob {

    /** Longer than news are held back, so none falls between two looks. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    CustomTask<Void> fetchGroupChats(GroupChatFetcher fetcher) {
        return Tasks.custom(GroupChatQueue.TASK)
                .onDeadExecutionRevive()
                .onFailureReschedule(Schedules.fixedDelay(PAUSE))
                .execute((instance, context) -> fetcher.fetch(GroupChatQueue.tenant(instance.getId()))
                        ? (complete, operations) -> operations.reschedule(
                                complete, complete.getTimeDone().plus(LOOK_AGAIN))
                        : (complete, operations) -> operations.remove());
    }

    /** Finds what nobody was woken for, such as after a restore or a failure that passed. */
    @Bean
    RecurringTask<Void> tendGroupChats(TenantVisits visits, GroupChatNewsService news, GroupChatQueue queue) {
        return Tasks.recurring("tend-group-chats", Schedules.fixedDelay(Duration.ofSeconds(30)))
                .execute((instance, context) -> visits.each("tend-group-chats", tenant -> {
                    if (news.anyWanted()) {
                        queue.add();
                    }
                }));
    }
}
