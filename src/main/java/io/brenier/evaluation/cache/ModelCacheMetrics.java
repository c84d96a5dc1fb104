package io.brenier.evaluation.cache;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What an operator sees of the cache of models. */
@ConditionalOnRole(Role.API)
@Component
class ModelCacheMetrics implements MeterBinder {

    private final ModelCache cache;

    ModelCacheMetrics(ModelCache cache) {
        this.cache = cache;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("brenier.evaluation.cache.size", cache, ModelCache::size)
                .description("Models in memory")
                .register(registry);
        Gauge.builder("brenier.evaluation.cache.bytes", cache, ModelCache::bytes)
                .description("What the models in memory take, as brenier.evaluation.cache-size counts")
                .baseUnit("bytes")
                .register(registry);
        count(registry, "hits", "Requests that found their model in memory", CacheStats::hitCount);
        count(registry, "loads", "Models read from their archives", CacheStats::loadSuccessCount);
        count(registry, "load.failures", "Models whose archives could not be read", CacheStats::loadFailureCount);
        count(registry, "evictions", "Models that made room for others", CacheStats::evictionCount);
    }

    private void count(MeterRegistry registry, String name, String description, ToDoubleFunction<CacheStats> value) {
        FunctionCounter.builder(
                        "brenier.evaluation.cache." + name, cache, counted -> value.applyAsDouble(counted.stats()))
                .description(description)
                .register(registry);
    }
}
