package io.brenier.models.registry;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Ownership;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What clients may change in the registry. Preconditions are judged under the model's lock: between the judgement and the change comes nobody. */
@ConditionalOnRole(Role.API)
@Service
public class RegistryChanges {

    private final RegistryLookup lookup;
    private final ModelStore models;
    private final VersionStore versions;
    private final AliasStore aliases;
    private final Ownership ownership;
    private final Clock clock;

    RegistryChanges(
            RegistryLookup lookup,
            ModelStore models,
            VersionStore versions,
            AliasStore aliases,
            Ownership ownership,
            Clock clock) {
        this.lookup = lookup;
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.ownership = ownership;
        this.clock = clock;
    }

    /**
     * Changes description and labels.
     *
     * @param precondition refuses the model's revision by throwing
     * @param change from the description there is to the one there shall be
     */
    @Transactional
    public StoredModel describe(
            String model, Consumer<@Nullable UUID> precondition, UnaryOperator<Description> change) {
        StoredModel found = lock(model);
        precondition.accept(found.revision());
        Description described = change.apply(new Description(found.description(), found.labels()));
        models.describe(model, described.text(), described.labels(), clock.instant());
        return lookup.model(model);
    }

    /** Removes a model that has no versions. */
    @Transactional
    public void deleteModel(String model) {
        lock(model);
        int count = versions.count(model);
        if (count > 0) {
            throw ProblemException.of(
                    ProblemCode.INVALID_STATE,
                    "model '%s' still has %s; delete them first"
                            .formatted(model, count == 1 ? "1 version" : count + " versions"));
        }
        models.delete(model);
    }

    /** Removes a version that no alias points to. Its number is not given again. */
    @Transactional
    public void deleteVersion(String model, int version) {
        lock(model);
        lookup.version(model, version);
        List<String> pointing = aliases.of(model).stream()
                .filter(alias -> alias.version() == version)
                .map(alias -> "'" + alias.alias() + "'")
                .toList();
        if (!pointing.isEmpty()) {
            throw ProblemException.of(
                    ProblemCode.INVALID_STATE,
                    "version %d of model '%s' is what %s %s to; move or delete %s first"
                            .formatted(
                                    version,
                                    model,
                                    (pointing.size() == 1 ? "alias " : "aliases ") + String.join(", ", pointing),
                                    pointing.size() == 1 ? "points" : "point",
                                    pointing.size() == 1 ? "it" : "them"));
        }
        versions.delete(model, version);
        models.touch(model, clock.instant());
    }

    /**
     * Points an alias to a version.
     *
     * @param precondition refuses the alias' revision, null where there is no such alias yet, by throwing
     */
    @Transactional
    public AliasChange setAlias(String model, String alias, int version, Consumer<@Nullable UUID> precondition) {
        ModelNames.requireAliasName(alias);
        lock(model);
        Optional<StoredAlias> before = aliases.find(model, alias);
        precondition.accept(before.map(StoredAlias::revision).orElse(null));
        lookup.version(model, version);
        Instant now = clock.instant();
        models.touch(model, now);
        return new AliasChange(aliases.set(model, alias, version, now), before.isEmpty());
    }

    /** Removes an alias; the version stays. */
    @Transactional
    public void deleteAlias(String model, String alias, Consumer<@Nullable UUID> precondition) {
        lock(model);
        precondition.accept(lookup.alias(model, alias).revision());
        aliases.delete(model, alias);
        models.touch(model, clock.instant());
    }

    private StoredModel lock(String model) {
        return Optional.of(model)
                .filter(ModelNames::isName)
                .flatMap(models::lock)
                .filter(found -> ownership.sees(found.owner()))
                .orElseThrow(() -> RegistryLookup.noModel(model));
    }

    /** What may be changed of a model. */
    public record Description(String text, Map<String, String> labels) {}

    /** An alias as it is now, and whether it was not there before. */
    public record AliasChange(StoredAlias alias, boolean created) {}
}
