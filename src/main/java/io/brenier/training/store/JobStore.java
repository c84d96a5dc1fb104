package io.brenier.training.store;

import io.brenier.platform.database.Times;
import io.brenier.training.job.Device;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobProgress;
import io.brenier.training.job.JobSnapshot;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of jobs and their transitions. */
@Repository
class JobStore {

    private static final int MAX_REASON = 4_000;
    private static final String HELD_BY =
            "id = :id and attempt = :attempt and status in ('running', 'pausing', 'cancelling')";

    private static final Set<JobStatus> ENDED = Arrays.stream(JobStatus.values())
            .filter(JobStatus::ended)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(JobStatus.class)));

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Job job) {
        JobSnapshot kept = job.snapshot();
        Map<String, @Nullable Object> values = JobRows.fixed(kept);
        values.putAll(JobRows.changing(kept));
        values.put("id", kept.id());
        values.put("updated_at", Times.column(kept.createdAt()));
        String names = String.join(", ", values.keySet());
        String parameters = values.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        jdbc.sql("insert into training_jobs (%s) values (%s)".formatted(names, parameters))
                .params(values)
                .update();
        insertTransitions(job, 0);
    }

    Optional<Job> find(UUID id) {
        return read("select * from training_jobs where id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    /** As {@link #find}; until the transaction ends, nobody else changes the job. */
    Optional<Job> lock(UUID id) {
        return read("select * from training_jobs where id = :id for update", Map.of("id", id)).stream()
                .findFirst();
    }

    /** The jobs after the given one, newest first. */
    List<Job> page(
            @Nullable String owner, Set<JobStatus> statuses, @Nullable UUID sweep, @Nullable UUID before, int limit) {
        StringBuilder sql = new StringBuilder();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("limit", limit);
        if (owner != null) {
            sql.append(" and owner = :owner");
            parameters.put("owner", owner);
        }
        if (sweep != null) {
            sql.append(" and sweep_id = :sweep");
            parameters.put("sweep", sweep);
        }
        if (before != null) {
            sql.append(" and id < :before");
            parameters.put("before", before);
        }
        return read(newest(sql.toString(), statuses, parameters), parameters);
    }

    /** Each status by itself, which an index has in order; "in" would read and sort all jobs of those statuses. */
    private static String newest(String filters, Set<JobStatus> statuses, Map<String, Object> parameters) {
        if (statuses.size() == JobStatus.values().length) {
            return "select * from training_jobs where true %s order by id desc limit :limit".formatted(filters);
        }
        List<String> each = new ArrayList<>();
        for (JobStatus status : statuses) {
            String parameter = "status" + each.size();
            parameters.put(parameter, status.wireName());
            each.add(
                    "select id from (select id from training_jobs where status = :%s %s order by id desc limit :limit) %s"
                            .formatted(parameter, filters, parameter));
        }
        return "select * from training_jobs where id in (%s) order by id desc limit :limit"
                .formatted(String.join(" union all ", each));
    }

    /** The jobs of the sweep that are still there, in the order in which it made them. */
    List<Job> ofSweep(UUID sweep) {
        return read(
                "select * from training_jobs where sweep_id = :sweep order by sweep_ordinal", Map.of("sweep", sweep));
    }

    List<UUID> unendedOfSweep(UUID sweep) {
        return jdbc.sql("select id from training_jobs where sweep_id = :sweep and status not in (:ended) order by id")
                .param("sweep", sweep)
                .param("ended", wireNames(ENDED))
                .query(UUID.class)
                .list();
    }

    void deleteOfSweep(UUID sweep) {
        jdbc.sql("delete from training_jobs where sweep_id = :sweep")
                .param("sweep", sweep)
                .update();
    }

    /** How many jobs of each status each of the sweeps has. */
    Map<UUID, Map<JobStatus, Integer>> countsOfSweeps(Collection<UUID> sweeps) {
        Map<UUID, Map<JobStatus, Integer>> counts = new HashMap<>();
        if (!sweeps.isEmpty()) {
            jdbc.sql(
                            "select sweep_id, status, count(*) as jobs from training_jobs where sweep_id in (:sweeps) group by sweep_id, status")
                    .param("sweeps", sweeps)
                    .query(row -> {
                        counts.computeIfAbsent(
                                        row.getObject("sweep_id", UUID.class), _ -> new EnumMap<>(JobStatus.class))
                                .put(JobStatus.ofWireName(row.getString("status")), row.getInt("jobs"));
                    });
        }
        return counts;
    }

    /** Writes what a verb changed, and the transitions beyond those that were kept already. */
    void save(Job job, int keptTransitions, Instant now) {
        Map<String, @Nullable Object> values = JobRows.changing(job.snapshot());
        String assignments =
                values.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        values.put("id", job.id());
        values.put("updated_at", Times.column(now));
        jdbc.sql("update training_jobs set %s, updated_at = :updated_at, revision = revision + 1 where id = :id"
                        .formatted(assignments))
                .params(values)
                .update();
        insertTransitions(job, keptTransitions);
    }

    /** Writes how far a run is; false where the attempt does not hold the job any more. */
    boolean writeProgress(UUID id, int attempt, JobProgress progress, long ranMillis, Instant now) {
        return jdbc.sql("""
                        update training_jobs set phase = :phase, completed = :completed, total = :total, estimated_end_at = :estimated_end_at,
                            ran_millis = :ran_millis, updated_at = :now, revision = revision + 1 where\s""" + HELD_BY)
                        .param(
                                "phase",
                                progress.phase() == null
                                        ? null
                                        : progress.phase().wireName())
                        .param("completed", progress.completed())
                        .param("total", progress.total())
                        .param("estimated_end_at", Times.column(progress.estimatedEndAt()))
                        .param("ran_millis", ranMillis)
                        .param("now", Times.column(now))
                        .param("id", id)
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    /** What changes of a job are counted by, of those of the given jobs that there are. */
    Map<UUID, JobVersion> versions(Collection<UUID> ids) {
        return jdbc
                .sql("select id, revision, last_event from training_jobs where id in (:ids)")
                .param("ids", ids)
                .query((row, _) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new JobVersion(row.getLong("revision"), row.getLong("last_event"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from training_jobs where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    long count(Device device, Set<JobStatus> statuses) {
        return jdbc.sql("select count(*) from training_jobs where device = :device and status in (:statuses)")
                .param("device", device.wireName())
                .param("statuses", wireNames(statuses))
                .query(Long.class)
                .single();
    }

    /** How many wait, counted no further than to the limit. */
    long queuedUpTo(long limit) {
        return jdbc.sql(
                        "select count(*) from (select id from training_jobs where status = 'queued' limit :limit) counted")
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    long count(String owner, Set<JobStatus> statuses) {
        return jdbc.sql("select count(*) from training_jobs where owner = :owner and status in (:statuses)")
                .param("owner", owner)
                .param("statuses", wireNames(statuses))
                .query(Long.class)
                .single();
    }

    /** Whether an older job of the owner, for the same device, is held back. */
    boolean olderHeldBack(Job job) {
        return olderQueued(job, true) > 0;
    }

    /** How many older jobs of the owner, for the same device, stand in the queue. */
    long olderInQueue(Job job) {
        return olderQueued(job, false);
    }

    private long olderQueued(Job job, boolean heldBack) {
        return jdbc.sql("""
                select count(*) from training_jobs where held_back = :heldBack and owner = :owner and device = :device
                    and status = 'queued' and id < :job""")
                .param("heldBack", heldBack)
                .param("owner", job.plan().owner())
                .param("device", job.plan().device().wireName())
                .param("job", job.id())
                .query(Long.class)
                .single();
    }

    /** The oldest of those held back, of each owner and device. */
    List<UUID> firstHeldBack() {
        return jdbc.sql("""
                select id from (
                    select id, row_number() over (partition by owner, device order by id) as number
                    from training_jobs where held_back = true) numbered
                where number = 1""").query(UUID.class).list();
    }

    Optional<Instant> oldestQueued() {
        return jdbc.sql("select queued_at from training_jobs where status = 'queued' order by queued_at limit 1")
                .query((row, _) -> Times.read(row, "queued_at"))
                .optional();
    }

    /** At most so many jobs that wait for the device and of which it is not known yet that nobody has it. */
    List<UUID> queuedAndThoughtServed(Device device, int limit) {
        return jdbc.sql("""
                select id from training_jobs where status = 'queued' and device = :device and unserved_since is null
                order by queued_at limit :limit""")
                .param("device", device.wireName())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** At most so many jobs that wait for the device, which nobody has had since before the given time. */
    List<UUID> unservedSinceBefore(Device device, Instant time, int limit) {
        return jdbc.sql("""
                select id from training_jobs where status = 'queued' and device = :device and unserved_since <= :time
                order by unserved_since limit :limit""")
                .param("device", device.wireName())
                .param("time", Times.column(time))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Notes that somebody has the devices. */
    int markServed(Set<Device> devices) {
        return jdbc.sql("""
                update training_jobs set unserved_since = null, revision = revision + 1
                where status = 'queued' and device in (:devices) and unserved_since is not null""")
                .param("devices", devices.stream().map(Device::wireName).toList())
                .update();
    }

    /** The jobs among those of the given statuses that were given the sample set. */
    List<UUID> using(UUID sampleSet, Set<JobStatus> statuses) {
        return jdbc.sql("""
                select id from training_jobs where status in (:statuses)
                    and (source = :set or target = :set or validation_source = :set or validation_target = :set) limit 1""")
                .param("statuses", wireNames(statuses))
                .param("set", sampleSet)
                .query(UUID.class)
                .list();
    }

    private static List<String> wireNames(Collection<JobStatus> statuses) {
        return statuses.stream().map(JobStatus::wireName).toList();
    }

    private void insertTransitions(Job job, int from) {
        List<Transition> transitions = job.transitions();
        for (int i = from; i < transitions.size(); i++) {
            Transition transition = transitions.get(i);
            jdbc.sql("""
                    insert into training_transitions (job_id, ordinal, status, at, reason)
                    values (:job, :ordinal, :status, :at, :reason)""")
                    .param("job", job.id())
                    .param("ordinal", i)
                    .param("status", transition.status().wireName())
                    .param("at", Times.column(transition.at()))
                    .param("reason", Columns.shortened(transition.reason(), MAX_REASON))
                    .update();
        }
    }

    private List<Job> read(String sql, Map<String, Object> parameters) {
        List<JobSnapshot> rows = jdbc.sql(sql)
                .params(parameters)
                .query((row, _) -> JobRows.read(row))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Transition>> transitions = jdbc
                .sql("select * from training_transitions where job_id in (:ids) order by job_id, ordinal")
                .param("ids", rows.stream().map(JobSnapshot::id).toList())
                .query((row, _) -> Map.entry(row.getObject("job_id", UUID.class), transition(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<Job> jobs = new ArrayList<>(rows.size());
        for (JobSnapshot row : rows) {
            jobs.add(Job.restored(row, transitions.getOrDefault(row.id(), List.of())));
        }
        return jobs;
    }

    private static Transition transition(ResultSet row) throws SQLException {
        return new Transition(
                JobStatus.ofWireName(row.getString("status")), Times.read(row, "at"), row.getString("reason"));
    }
}
