package io.tilth.kernel.edge;

import io.tilth.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Figures and the interface's description are for whoever runs the machine; nobody else learns that they are there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LocalOnlyFilter extends OncePerRequestFilter {

    private static final Set<String> LOCAL = Set.of("/actuator/prometheus", "/openapi", "/openapi.yaml");

    private final HandlerExceptionResolver problems;

    LocalOnlyFilter(HandlerExceptionResolver handlerExceptionResolver) {
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !LOCAL.contains(request.getRequestURI()) || isLocal(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        problems.resolveException(request, response, null, Refusal.notFound("not-found"));
    }

    /** A proxy on this machine also calls from here, but it says for whom. */
    private static boolean isLocal(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && request.getHeader("X-Forwarded-For") == null
                    && request.getHeader("Forwarded") == null;
        } catch (IOException notAnAddress) {
            return false;
        }
    }
}
