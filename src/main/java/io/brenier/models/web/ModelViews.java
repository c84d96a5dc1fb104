package io.brenier.models.web;

import static java.util.stream.Collectors.groupingBy;

import io.brenier.models.registry.AliasStore;
import io.brenier.models.registry.StoredAlias;
import io.brenier.models.registry.StoredModel;
import io.brenier.models.registry.StoredVersion;
import io.brenier.models.registry.VersionStore;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what clients see. */
@ConditionalOnRole(Role.API)
@Component
class ModelViews {

    private final VersionStore versions;
    private final AliasStore aliases;

    ModelViews(VersionStore versions, AliasStore aliases) {
        this.versions = versions;
        this.aliases = aliases;
    }

    ModelView of(StoredModel model) {
        return of(List.of(model)).getFirst();
    }

    List<ModelView> of(List<StoredModel> models) {
        List<String> names = models.stream().map(StoredModel::name).toList();
        Map<String, VersionStore.Summary> summaries = versions.summaries(names);
        Map<String, List<StoredAlias>> byModel = aliases.of(names).stream().collect(groupingBy(StoredAlias::model));
        return models.stream()
                .map(model ->
                        ModelView.of(model, summaries.get(model.name()), byModel.getOrDefault(model.name(), List.of())))
                .toList();
    }

    VersionView of(StoredVersion version) {
        return of(version.model(), List.of(version)).getFirst();
    }

    List<VersionView> of(String model, List<StoredVersion> page) {
        List<StoredAlias> pointing = aliases.of(model);
        return page.stream()
                .map(version -> VersionView.of(
                        version,
                        pointing.stream()
                                .filter(alias -> alias.version() == version.version())
                                .map(StoredAlias::alias)
                                .toList()))
                .toList();
    }
}
