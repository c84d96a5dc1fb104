package io.brenier.models.registry;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.models.NewModelVersion;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes under the lock of the model's row, so that versions are numbered one after the other, and a rolled back one leaves no gap. */
@Component
class RegistryPublisher implements ModelPublisher {

    private final ModelStore models;
    private final VersionStore versions;
    private final AliasStore aliases;
    private final Clock clock;

    RegistryPublisher(ModelStore models, VersionStore versions, AliasStore aliases, Clock clock) {
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ModelVersionId publish(NewModelVersion made) {
        requireNames(made.model(), made.alias());
        // Asked again under the lock: an attempt that was thought dead may be publishing for this job right now.
        return madeBefore(made).orElseGet(() -> {
            StoredModel model = lockOrMake(made.model(), made.dimension());
            return madeBefore(made).orElseGet(() -> publishInto(model, made));
        });
    }

    private ModelVersionId publishInto(StoredModel model, NewModelVersion made) {
        requireDimension(model, made.dimension());
        Instant now = clock.instant();
        int version = model.lastVersion() + 1;
        models.numberVersion(made.model(), version, made.dimension(), now);
        versions.insert(version, made, now);
        if (made.alias() != null) {
            aliases.set(made.model(), made.alias(), version, now);
        }
        return new ModelVersionId(made.model(), version);
    }

    @Override
    @Transactional(readOnly = true)
    public void checkPublishable(String model, @Nullable String alias, int dimension) {
        requireNames(model, alias);
        models.find(model).ifPresent(found -> requireDimension(found, dimension));
    }

    private StoredModel lockOrMake(String name, int dimension) {
        Optional<StoredModel> model = models.lock(name);
        while (model.isEmpty()) {
            models.insertIfAbsent(name, dimension, clock.instant());
            model = models.lock(name);
        }
        return model.get();
    }

    private Optional<ModelVersionId> madeBefore(NewModelVersion made) {
        return Optional.ofNullable(made.jobId())
                .flatMap(versions::madeBy)
                .map(version -> new ModelVersionId(version.model(), version.version()));
    }

    private static void requireNames(String model, @Nullable String alias) {
        ModelNames.requireModelName(model);
        if (alias != null) {
            ModelNames.requireAliasName(alias);
        }
    }

    private void requireDimension(StoredModel model, int dimension) {
        if (dimension != model.dimension() && versions.count(model.name()) > 0) {
            throw ProblemException.of(
                    ProblemCode.DIMENSION_MISMATCH,
                    "the new version maps R^%d; model '%s' maps R^%d, and so must all its versions"
                            .formatted(dimension, model.name(), model.dimension()));
        }
    }
}
