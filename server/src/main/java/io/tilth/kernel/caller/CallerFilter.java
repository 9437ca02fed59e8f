package io.tilth.kernel.caller;

import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.RequestInfo;
import io.tilth.kernel.TenantDoor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Opens the scope of a request: its own name, who is calling, and for which tenant. */
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
        var info = new RequestInfo(
                UUID.randomUUID().toString().substring(0, 8),
                request.getRemoteAddr(),
                Optional.ofNullable(request.getHeader("User-Agent")).orElse(""));
        response.setHeader("X-Request-Id", info.id());
        try (var _ = MDC.putCloseable("request", info.id())) {
            call(info.bind(), () -> {
                enter(request, response, chain);
                return null;
            });
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws Exception {
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
            call(caller.get().bind(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        }
    }

    private static void call(ScopedValue.Carrier scope, ScopedValue.CallableOp<Void, Exception> work)
            throws ServletException, IOException {
        try {
            scope.call(work);
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception unknown) {
            throw new ServletException(unknown);
        }
    }
}
