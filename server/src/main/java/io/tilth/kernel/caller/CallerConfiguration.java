package io.tilth.kernel.caller;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Right;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
class CallerConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new NeedsInterceptor());
    }

    /** An operation that nobody guards, or that asks for a right that no role can hold, must not reach a user. */
    @Bean
    SmartInitializingSingleton everyOperationIsGuarded(
            RequestMappingHandlerMapping requestMappingHandlerMapping, List<Right.Catalog> catalogs) {
        return () -> {
            var known = catalogs.stream()
                    .flatMap(catalog -> catalog.rights().stream())
                    .map(Right::key)
                    .collect(Collectors.toSet());
            requestMappingHandlerMapping.getHandlerMethods().values().forEach(method -> check(method, known));
        };
    }

    private static void check(HandlerMethod method, Set<String> known) {
        if (!NeedsInterceptor.isGuarded(method)) {
            throw new IllegalStateException("Say with @Needs who may call " + method);
        }
        var needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        if (needs != null && !needs.value().isEmpty() && !known.contains(needs.value())) {
            throw new IllegalStateException(method + " needs the right " + needs.value() + ", which nobody declares");
        }
    }
}
