package io.tilth.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.limit.LimitSettings.Company;
import io.tilth.kernel.limit.LimitSettings.Key;
import io.tilth.kernel.limit.LimitSettings.Person;
import io.tilth.kernel.limit.LimitSettings.Reader;
import io.tilth.kernel.limit.LimitSettings.Wide;
import jakarta.servlet.FilterChain;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;

/** So many at a time come in; whoever finds no room within a second is put off, and nobody is kept out for good. */
class CrowdFilterTest {

    private static final int INSIDE = 3;

    private final ConcurrentLinkedQueue<Exception> putOff = new ConcurrentLinkedQueue<>();
    private final CountDownLatch work = new CountDownLatch(1);
    private final Semaphore working = new Semaphore(0);
    private final CrowdFilter door = new CrowdFilter(
            new LimitSettings(
                    INSIDE, new Wide(1, 1), new Reader(1, 1), new Person(1, 1), new Key(1, 1), new Company(1, 1)),
            (request, response, handler, problem) -> {
                putOff.add(problem);
                return new ModelAndView();
            });

    @Test
    void putsOffWhoeverFindsNoRoom() throws Exception {
        FilterChain slow = (request, response) -> {
            working.release();
            try {
                work.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < INSIDE; number++) {
                threads.submit(() -> enter(slow));
            }
            working.acquire(INSIDE);
            enter(slow);
            assertThat(putOff).singleElement().isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY);
                assertThat(refusal.facts()).containsEntry("retryAfter", CrowdFilter.SOON_SECONDS);
            });
            work.countDown();
        }
        enter((request, response) -> working.release());
        assertThat(working.availablePermits()).isOne();
        assertThat(putOff).hasSize(1);
    }

    private Void enter(FilterChain chain) throws Exception {
        door.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
        return null;
    }
}
