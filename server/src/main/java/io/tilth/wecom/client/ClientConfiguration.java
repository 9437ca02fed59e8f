package io.tilth.wecom.client;

import io.tilth.wecom.WecomSettings;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WecomSettings.class)
class ClientConfiguration {

    private static final int CONNECT_MS = 3_000;
    private static final int READ_MS = 10_000;

    /** Far more than all tenants use at once: what bounds a tenant is its own share, never a neighbour's. */
    private static final int CONNECTIONS = 2_000;

    /**
     * One for all tenants. Retries nothing by itself, since a repeated call is counted and may do something twice, and
     * follows no redirect, since the address carries the token.
     */
    @Bean
    CloseableHttpClient wecomHttp() {
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .setConnectionTimeToLive(1, TimeUnit.MINUTES)
                .evictIdleConnections(20, TimeUnit.SECONDS)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(CONNECT_MS)
                        .setConnectionRequestTimeout(CONNECT_MS)
                        .setSocketTimeout(READ_MS)
                        .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                        .build())
                .build();
    }
}
