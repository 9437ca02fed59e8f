package io.tilth.kernel.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Stops a flood from one address before it costs a look into the database. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AddressLimitFilter extends OncePerRequestFilter {

    /** News from WeCom come from few addresses for all tenants, and must not be missed. */
    private static final String FROM_WECOM = "/wecom/";

    private final Buckets addresses;
    private final HandlerExceptionResolver problems;

    AddressLimitFilter(LimitSettings settings, HandlerExceptionResolver handlerExceptionResolver) {
        this.addresses = new Buckets(settings.address());
        this.problems = handlerExceptionResolver;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(FROM_WECOM);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var probe = addresses.take(request.getRemoteAddr());
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            problems.resolveException(request, response, null, Buckets.refusal(probe));
        }
    }
}
