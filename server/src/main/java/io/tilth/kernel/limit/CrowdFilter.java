package io.tilth.kernel.limit;

import io.tilth.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets no more requests in than the server can hold. Threads cost nothing, so a thousand requests that wait for a
 * database that is slow to come back would all be inside, with all they hold, until the memory is gone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class CrowdFilter extends OncePerRequestFilter {

    /** Long enough for a page that asks for ten things at once, short enough for WeCom to wait for its answer. */
    static final long AT_THE_DOOR_MS = 1_000;

    static final int SOON_SECONDS = 5;

    private final Semaphore room;
    private final HandlerExceptionResolver problems;

    CrowdFilter(LimitSettings settings, HandlerExceptionResolver handlerExceptionResolver) {
        this.room = new Semaphore(settings.inside(), true);
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!comesIn()) {
            var busy = Refusal.of(Refusal.Kind.BUSY, "busy").with("retryAfter", SOON_SECONDS);
            problems.resolveException(request, response, null, busy);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.release();
        }
    }

    private boolean comesIn() {
        try {
            return room.tryAcquire(AT_THE_DOOR_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
