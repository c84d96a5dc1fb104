package io.brenier.evaluation.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.cache.ModelLoader.LoadedModel;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.DualPotentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models in memory, under the hash of their archives: versions never change, so nothing here ever grows stale. Requests that come while a model
 * is being loaded wait for that one load. What was used least goes first when all together exceed the bound.
 */
@ConditionalOnRole(Role.API)
@Component
public class ModelCache {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);
    private static final int RETRY_SECONDS = 30;

    private final ModelLoader loader;
    private final long maxBytes;
    private final AsyncCache<String, LoadedModel> models;

    ModelCache(ModelLoader loader, EvaluationProperties properties) {
        this.loader = loader;
        this.maxBytes = properties.cacheSize().toBytes();
        this.models = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String sha256, LoadedModel model) -> (int) Math.min(model.bytes(), Integer.MAX_VALUE))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .recordStats()
                .buildAsync();
    }

    /**
     * The map of a version.
     *
     * @throws ProblemException model_not_ready if its archive cannot be read
     */
    public DualPotentials get(ResolvedModel model) {
        String sha256 = model.artifact().sha256();
        CompletableFuture<LoadedModel> loading = models.get(sha256, this::load);
        try {
            return loading.join().potentials();
        } catch (CompletionException failed) {
            // The cache itself drops a failed load only after those who wait for it go on: the next request could still
            // find it.
            models.asMap().remove(sha256, loading);
            LOG.error("Version {} of model {} cannot be loaded", model.version(), model.model(), failed.getCause());
            throw ProblemException.retryLater(
                    ProblemCode.MODEL_NOT_READY,
                    "version %d of model '%s' cannot be loaded: its archive %s cannot be read"
                            .formatted(model.version(), model.model(), sha256),
                    RETRY_SECONDS);
        }
    }

    private LoadedModel load(String sha256) {
        try {
            LoadedModel model = loader.load(sha256);
            if (model.bytes() > maxBytes) {
                LOG.warn(
                        "The model of archive {} takes {} bytes, brenier.evaluation.cache-size is {}: it is loaded anew for every request",
                        sha256,
                        model.bytes(),
                        maxBytes);
            }
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        return settled().estimatedSize();
    }

    long bytes() {
        return settled().policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    /** Without what is to be evicted but is not yet. */
    private Cache<String, LoadedModel> settled() {
        Cache<String, LoadedModel> cache = models.synchronous();
        cache.cleanUp();
        return cache;
    }

    CacheStats stats() {
        return models.synchronous().stats();
    }
}
