package io.tilth.kernel.limit;

import io.tilth.kernel.Limits;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    @Bean
    Limits limits(LimitSettings settings) {
        var visitors = new Buckets(settings.visitor());
        return device -> {
            var probe = visitors.take(device);
            if (!probe.isConsumed()) {
                throw Buckets.refusal(probe);
            }
        };
    }
}
