package io.brenier.training.fleet;

import io.brenier.platform.database.Times;
import io.brenier.training.job.Device;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of workers. Every time in it is the database's: the clocks of the processes are not asked. */
@Repository
class WorkerTable {

    private final JdbcClient jdbc;

    WorkerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the worker as living for so long from now; one that was taken for dead comes back. */
    void beat(RegisteredWorker worker, Duration living) {
        Instant until = now().plus(living);
        if (jdbc.sql("update workers set alive_until = :until where id = :id")
                        .param("until", Times.column(until))
                        .param("id", worker.id())
                        .update()
                == 0) {
            insert(worker, until);
        }
    }

    private void insert(RegisteredWorker worker, Instant until) {
        jdbc.sql("""
                insert into workers (id, name, device, slots, alive_until)
                values (:id, :name, :device, :slots, :until)""")
                .param("id", worker.id())
                .param("name", worker.name())
                .param("device", worker.device().wireName())
                .param("slots", worker.slots())
                .param("until", Times.column(until))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from workers where id = :id").param("id", id).update();
    }

    /** Forgets the dead. */
    int removeDead() {
        return jdbc.sql("delete from workers where alive_until < current_timestamp")
                .update();
    }

    /** What the living train on. */
    Set<Device> devices() {
        return jdbc
                .sql("select distinct device from workers where alive_until >= current_timestamp")
                .query(String.class)
                .list()
                .stream()
                .map(Device::ofWireName)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Device.class)));
    }

    /** How many trainings the living can do at a time on the device. */
    long slots(Device device) {
        return jdbc.sql(
                        "select coalesce(sum(slots), 0) from workers where device = :device and alive_until >= current_timestamp")
                .param("device", device.wireName())
                .query(Long.class)
                .single();
    }

    private Instant now() {
        return jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A process that trains. */
    record RegisteredWorker(UUID id, String name, Device device, int slots) {}
}
