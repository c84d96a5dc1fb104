package io.brenier.models.registry;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.models.NewModelVersion;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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
        Optional<StoredVersion> published = madeBefore(made).filter(before -> !before.provisional());
        if (published.isPresent()) {
            return id(published.get());
        }
        StoredModel model = lockOrMake(made);
        // Asked again under the lock: an attempt that was thought dead may be publishing for this job right now.
        return madeBefore(made)
                .map(before -> before.provisional() ? replace(before, made) : id(before))
                .orElseGet(() -> number(model, made, false));
    }

    @Override
    @Transactional
    public ModelVersionId publishProvisional(NewModelVersion made) {
        requireNames(made.model(), made.alias());
        StoredModel model = lockOrMake(made);
        return madeBefore(made).map(RegistryPublisher::id).orElseGet(() -> number(model, made, true));
    }

    @Override
    @Transactional
    public boolean pointAlias(String model, String alias, int version) {
        ModelNames.requireAliasName(alias);
        if (models.lock(model).isEmpty() || versions.find(model, version).isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        aliases.set(model, alias, version, now);
        models.touch(model, now);
        return true;
    }

    @Override
    @Transactional
    public void withdraw(UUID jobId) {
        Optional<StoredVersion> made = versions.madeBy(jobId).filter(StoredVersion::provisional);
        if (made.isPresent()) {
            String model = made.get().model();
            models.lock(model);
            aliases.deleteAllTo(model, made.get().version());
            versions.delete(model, made.get().version());
            models.touch(model, clock.instant());
            if (versions.count(model) == 0 && made.get().version() == 1) {
                models.delete(model);
            }
        }
    }

    private ModelVersionId number(StoredModel model, NewModelVersion made, boolean provisional) {
        requireDimension(model, made.dimension());
        Instant now = clock.instant();
        int version = model.lastVersion() + 1;
        models.numberVersion(made.model(), version, made.dimension(), now);
        versions.insert(version, made, provisional, now);
        if (made.alias() != null
                && !(provisional && aliases.find(made.model(), made.alias()).isPresent())) {
            aliases.set(made.model(), made.alias(), version, now);
        }
        return new ModelVersionId(made.model(), version);
    }

    private ModelVersionId replace(StoredVersion provisional, NewModelVersion made) {
        Instant now = clock.instant();
        versions.replaceProvisional(provisional.version(), made, now);
        if (made.alias() != null) {
            aliases.set(made.model(), made.alias(), provisional.version(), now);
        }
        models.touch(made.model(), now);
        return id(provisional);
    }

    @Override
    @Transactional(readOnly = true)
    public void checkPublishable(String owner, String model, @Nullable String alias, int dimension) {
        requireNames(model, alias);
        models.find(model).ifPresent(found -> {
            requireOwner(found, owner);
            requireDimension(found, dimension);
        });
    }

    private StoredModel lockOrMake(NewModelVersion made) {
        Optional<StoredModel> model = models.lock(made.model());
        while (model.isEmpty()) {
            models.insertIfAbsent(made.model(), made.owner(), made.dimension(), clock.instant());
            model = models.lock(made.model());
        }
        requireOwner(model.get(), made.owner());
        return model.get();
    }

    private static void requireOwner(StoredModel model, String owner) {
        if (!model.owner().equals(owner)) {
            throw ProblemException.of(
                    ProblemCode.MODEL_NAME_TAKEN,
                    "the name '%s' belongs to a model of another owner; choose another name".formatted(model.name()));
        }
    }

    private Optional<StoredVersion> madeBefore(NewModelVersion made) {
        return Optional.ofNullable(made.jobId()).flatMap(versions::madeBy);
    }

    private static ModelVersionId id(StoredVersion version) {
        return new ModelVersionId(version.model(), version.version());
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
