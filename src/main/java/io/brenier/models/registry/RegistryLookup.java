package io.brenier.models.registry;

import io.brenier.models.ModelResolver;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.security.Ownership;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds models, versions and aliases, or says which of them there is not; models that the caller may not see are not there. */
@Component
public class RegistryLookup implements ModelResolver {

    private final ModelStore models;
    private final VersionStore versions;
    private final AliasStore aliases;
    private final Ownership ownership;

    RegistryLookup(ModelStore models, VersionStore versions, AliasStore aliases, Ownership ownership) {
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.ownership = ownership;
    }

    /** @throws ProblemException model_not_found */
    public StoredModel model(String name) {
        return Optional.of(name)
                .filter(ModelNames::isName)
                .flatMap(models::find)
                .filter(model -> ownership.sees(model.owner()))
                .orElseThrow(() -> noModel(name));
    }

    /** @throws ProblemException model_not_found, version_not_found */
    public StoredVersion version(String model, int version) {
        model(model);
        return versions.find(model, version).orElseThrow(() -> noVersion(model, version));
    }

    /** @throws ProblemException model_not_found, alias_not_found */
    public StoredAlias alias(String model, String alias) {
        model(model);
        return Optional.of(alias)
                .filter(ModelNames::isName)
                .flatMap(name -> aliases.find(model, name))
                .orElseThrow(() -> noAlias(model, alias));
    }

    @Override
    public ResolvedModel resolve(String model, @Nullable Integer version, @Nullable String alias) {
        StoredVersion found = find(model, version, alias);
        return new ResolvedModel(
                found.model(), found.version(), found.dimension(), found.artifact(), found.provisional());
    }

    @Override
    public Map<String, Object> provenance(ResolvedModel version) {
        return version(version.model(), version.version()).provenance();
    }

    private StoredVersion find(String model, @Nullable Integer version, @Nullable String alias) {
        if (version != null && alias != null) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    "version=%d and alias=%s are given; name the one or the other".formatted(version, alias));
        }
        if (version != null) {
            return version(model, version);
        }
        if (alias != null) {
            return version(model, alias(model, alias).version());
        }
        model(model);
        return versions.underAliasOrNewest(model, DEFAULT_ALIAS)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.VERSION_NOT_FOUND, "model '%s' has no versions any more".formatted(model)));
    }

    static ProblemException noModel(String name) {
        return ProblemException.of(
                ProblemCode.MODEL_NOT_FOUND,
                "there is no model '%s'; GET /v1/models lists those that there are".formatted(name));
    }

    static ProblemException noVersion(String model, int version) {
        return ProblemException.of(
                ProblemCode.VERSION_NOT_FOUND, "model '%s' has no version %d".formatted(model, version));
    }

    private static ProblemException noAlias(String model, String alias) {
        return ProblemException.of(ProblemCode.ALIAS_NOT_FOUND, "model '%s' has no alias '%s'".formatted(model, alias));
    }
}
