package io.brenier.platform.limits;

import io.brenier.platform.security.SecurityMode;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks in this order, each before the next: may they (platform.security), how often, and is there room. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration implements WebMvcConfigurer {

    private static final int RATE = 10;
    private static final int ROOM = 20;
    private static final String[] PATHS = {"/v1/**", "/v2/**"};

    private final SecurityMode security;
    private final LimitProperties limits;
    private final Admission admission;
    private final AdmissionProperties properties;

    LimitConfiguration(
            SecurityMode security, LimitProperties limits, Admission admission, AdmissionProperties properties) {
        this.security = security;
        this.limits = limits;
        this.admission = admission;
        this.properties = properties;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        if (security.on() && limits.requestsPerMinute() > 0) {
            registry.addInterceptor(new RateLimits(limits.requestsPerMinute()))
                    .addPathPatterns(PATHS)
                    .order(RATE);
        }
        registry.addInterceptor(new AdmissionInterceptor(admission, properties))
                .addPathPatterns(PATHS)
                .order(ROOM);
    }
}
