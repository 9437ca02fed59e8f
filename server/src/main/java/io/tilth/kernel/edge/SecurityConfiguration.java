package io.tilth.kernel.edge;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TilthSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Headers and protection against forged requests. Who may do what is decided by {@code @Needs}, not here: sign-in is
 * ours, since one person may belong to several tenants and chooses among them.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            TilthSettings settings,
            ContentPolicy policy,
            HandlerExceptionResolver handlerExceptionResolver)
            throws Exception {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(settings.secure()).sameSite("Lax").path("/"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // An API key, WeCom's signature and a page's sealed token are no cookies, and what readers of /r are
                // known by is a cookie that other sites' forms do not carry.
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(tokens)
                        .ignoringRequestMatchers("/open/**", "/wecom/callback/*", "/wecom/suite/callback", "/r/**"))
                .cors(AbstractHttpConfigurer::disable) // no other origin may call: without CORS headers browsers refuse
                .headers(headers -> headers(headers, settings, policy))
                .exceptionHandling(handling -> handling.accessDeniedHandler(
                        (request, response, denied) -> handlerExceptionResolver.resolveException(
                                request, response, null, Refusal.of(Refusal.Kind.FORBIDDEN, "forged"))))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, TilthSettings settings, ContentPolicy policy) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable) // the policy says it
                .contentTypeOptions(Customizer.withDefaults())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .addHeaderWriter(policy);
        if (settings.secure()) {
            headers.httpStrictTransportSecurity(hsts ->
                    hsts.requestMatcher(request -> true).includeSubDomains(true).maxAgeInSeconds(31_536_000));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }
}
