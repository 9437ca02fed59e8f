package io.tilth.kernel.caller;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Finds out who is calling, and opens the scope of the caller and its tenant around the rest of the way. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100) // after sessions and the security chain, so that forged requests never get here
class CallerFilter extends OncePerRequestFilter {

    private final List<TenantDoor> doors;
    private final HandlerExceptionResolver problems;

    CallerFilter(List<TenantDoor> doors, HandlerExceptionResolver handlerExceptionResolver) {
        this.doors = doors;
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller;
        try {
            caller =
                    doors.stream().flatMap(door -> door.enter(request).stream()).findFirst();
        } catch (Refusal refusal) {
            problems.resolveException(request, response, null, refusal);
            return;
        }
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (var _ =
                MDC.putCloseable("tenant", String.valueOf(caller.get().tenant().value()))) {
            caller.get().around(() -> chain.doFilter(request, response));
        }
    }
}
