package io.brenier.platform.security.web;

import io.brenier.platform.security.Scope;
import io.brenier.platform.security.SecurityMode;
import io.brenier.platform.security.SecurityProperties;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which requests need a key, and who looks at it. No session, no cookie, and so nothing that another site's page could use. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String METRICS = "/actuator/prometheus";

    /** Told to everybody: that the service lives, and what it can do. */
    private static final String[] OPEN = {
        "/livez", "/readyz", "/actuator/health/**", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**", "/error"
    };

    @Bean
    SecurityFilterChain requests(
            HttpSecurity http,
            SecurityMode mode,
            SecurityProperties properties,
            CredentialCheck credentials,
            Refusals refusals) {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // What may be kept, the operations say themselves. No shared cache keeps answers to requests with
                // Authorization (RFC 9111, 3.5).
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        if (mode.on()) {
            http.oauth2ResourceServer(server -> server.authenticationManagerResolver(
                                    request -> asked -> credentials.authenticate(asked, request.getRemoteAddr()))
                            .authenticationEntryPoint(refusals)
                            .accessDeniedHandler(refusals))
                    .authorizeHttpRequests(rules -> rules(rules, properties));
        } else {
            http.addFilterBefore(new LocalCallerFilter(), AnonymousAuthenticationFilter.class)
                    .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        }
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            SecurityProperties properties) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll();
        if (properties.openMetrics()) {
            rules.requestMatchers(METRICS).permitAll();
        }
        rules.requestMatchers(METRICS)
                .hasAuthority(Scope.READ.wireName())
                .requestMatchers("/actuator/**")
                .hasAuthority(Scope.ADMIN.wireName())
                .anyRequest()
                .authenticated();
    }

    /**
     * Looks at paths only. An unknown method is answered with 405, a parameter or header that cannot be with the operation's own problem; the
     * syntax of headers is Tomcat's matter.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setAllowedHeaderNames(_ -> true);
        firewall.setAllowedHeaderValues(_ -> true);
        return firewall;
    }

    /** A span and two timers for each filter of each request tell nothing that those of the request do not. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ScopeInterceptor())
                .addPathPatterns("/v1/**", "/v2/**")
                .order(0);
    }
}
