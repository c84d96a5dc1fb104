package io.brenier.training.run;

import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobPlan;
import io.brenier.training.solver.SolverSpecs;
import io.brenier.transport.tensor.EngineInfo;
import io.brenier.transport.tensor.TensorEngine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Where a model comes from: enough to make it again. */
@Component
class Provenance {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String NOT_BUILT = "unknown";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final SampleSets samples;
    private final ObjectProvider<BuildProperties> build;

    Provenance(SampleSets samples, ObjectProvider<BuildProperties> build) {
        this.samples = samples;
        this.build = build;
    }

    /** What the result follows from: the same for two runs of the same plan on the same machine kind. */
    Map<String, Object> ofPlan(JobPlan plan) {
        EngineInfo engine = TensorEngine.info();
        BuildProperties built = build.getIfAvailable();
        Map<String, Object> provenance = new LinkedHashMap<>();
        put(provenance, "source", plan.source());
        put(provenance, "target", plan.target());
        put(provenance, "validation_source", plan.validationSource());
        put(provenance, "validation_target", plan.validationTarget());
        provenance.put("solver", JSON.readValue(SolverSpecs.format(plan.solver()), OBJECT));
        provenance.put("seed", plan.seed());
        if (plan.sweep() != null) {
            provenance.put("split_seed", plan.sweep().splitSeed());
        }
        provenance.put("brenier_version", built == null ? NOT_BUILT : String.valueOf(built.getVersion()));
        provenance.put("java_version", Runtime.version().toString());
        if (engine.started()) {
            // A process that only serves has promoted a checkpoint: it does not know what engine the training ran on.
            provenance.put("engine", engine.name());
            provenance.put("engine_version", engine.version());
            provenance.put("device", engine.device());
        }
        return provenance;
    }

    /** And how this one came about. */
    Map<String, Object> ofJob(Job job) {
        Map<String, Object> provenance = ofPlan(job.plan());
        provenance.put("job_id", job.id().toString());
        if (job.plan().sweep() != null) {
            provenance.put("sweep_id", job.plan().sweep().sweep().toString());
        }
        provenance.put("attempts", job.attempt());
        provenance.put("created_at", job.createdAt().toString());
        provenance.put("started_at", String.valueOf(job.startedAt()));
        return provenance;
    }

    private void put(Map<String, Object> provenance, String name, @Nullable UUID id) {
        if (id == null) {
            return;
        }
        SampleSet set =
                samples.find(id).orElseThrow(() -> new IllegalStateException("sample set %s is gone".formatted(id)));
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("sample_set", id.toString());
        origin.put("sha256", set.sha256());
        origin.put("count", set.count());
        origin.put("dimension", set.dimension());
        if (set.measure() != null) {
            origin.put("measure", JSON.convertValue(set.measure(), OBJECT));
        }
        provenance.put(name, origin);
    }
}
