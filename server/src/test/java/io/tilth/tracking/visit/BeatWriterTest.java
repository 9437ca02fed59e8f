package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.tilth.customer.VisitorId;
import io.tilth.kernel.TenantId;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beats wait for the database in a line of bounded length; who would come too late is told so at once. */
class BeatWriterTest {

    private static final int OF_A_PAGE = 60;

    private final BeatService service = mock(BeatService.class);
    private final BeatWriter writer = new BeatWriter(service, new Awake());
    private final ConcurrentLinkedQueue<Integer> commits = new ConcurrentLinkedQueue<>();
    private final CountDownLatch database = new CountDownLatch(1);
    private final Semaphore begun = new Semaphore(0);

    @AfterEach
    void stop() {
        database.countDown();
        writer.stop();
    }

    @Test
    void refusesAtOnceWhatTheDatabaseCouldNotTakeInTimeAndStoresTheRestInCommitsOfBoundedSize() throws Exception {
        doAnswer(call -> {
                    begun.release();
                    database.await();
                    return commits.add(call.<List<Beat>>getArgument(0).size());
                })
                .when(service)
                .store(anyList());
        var told = new ArrayList<Future<Boolean>>();
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> page = () -> writer.store(beats());
            int most = BeatWriter.MOST_WAITING / OF_A_PAGE;
            for (int number = 0; number < most; number++) {
                told.add(pages.submit(page));
            }
            Awaitility.await().until(() -> writer.waiting() == most * OF_A_PAGE);
            assertThat(pages.submit(page).get()).as("one more").isFalse();
            writer.start();
            begun.acquire(2); // both writers hold a commit
            database.countDown();
            for (var one : told) {
                assertThat(one.get()).isTrue();
            }
            assertThat(pages.submit(page).get()).as("once there is room again").isTrue();
        }
        assertThat(commits).allMatch(rows -> rows <= BeatWriter.MOST_AT_ONCE + OF_A_PAGE);
        assertThat(commits.stream().mapToInt(Integer::intValue).sum()).isEqualTo((told.size() + 1) * OF_A_PAGE);
    }

    private static List<Beat> beats() {
        var token = new BeatToken(VisitId.next(), ShareId.next(), UUID.randomUUID(), VisitorId.next(), Instant.EPOCH);
        return IntStream.range(0, OF_A_PAGE)
                .mapToObj(number ->
                        new Beat(new TenantId(1), UUID.randomUUID(), token, Beat.SEEN, 5, 10, Optional.empty(), true))
                .toList();
    }
}
