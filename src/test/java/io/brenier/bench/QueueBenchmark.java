package io.brenier.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.brenier.BrenierApplication;
import io.brenier.PostgresDatabase;
import io.brenier.training.TrainingClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a long queue costs on PostgreSQL: taking a job up, pages of the list, the depth; and the plans of those statements. */
final class QueueBenchmark {

    /** As db-scheduler has it, with priorities; the bound values are written out. */
    private static final String PICK = """
            update scheduled_tasks st1 set picked = true, picked_by = 'bench', last_heartbeat = now(), version = version + 1
            where (st1.task_name, st1.task_instance) in (
                select st2.task_name, st2.task_instance from scheduled_tasks st2 where picked = false and execution_time <= now()
                order by priority desc, execution_time asc for update skip locked limit 1) returning st1.*""";

    private static final int CALLS = 200;

    private QueueBenchmark() {}

    public static void main(String[] line) throws Exception {
        Arguments arguments = new Arguments(line);
        int waiting = arguments.number("waiting", 100_000);
        int ended = arguments.number("ended", 400_000);
        int events = arguments.number("events", 10);
        String url = arguments.text("url", "");
        PostgresDatabase database = url.isEmpty()
                ? PostgresDatabase.create()
                : new PostgresDatabase(
                        url, arguments.text("username", "brenier"), arguments.text("password", "brenier"));
        Path folder = Files.createTempDirectory("bench-queue");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(BrenierApplication.class)
                .run(
                        "--server.port=0",
                        "--brenier.role=api",
                        "--brenier.storage.directory=" + folder,
                        "--brenier.training.max-queued=1000000000",
                        // Filling takes longer than a connection may be silent.
                        "--spring.datasource.url=" + database.url()
                                + (database.url().contains("?") ? "&" : "?") + "socketTimeout=0",
                        "--logging.level.root=warn",
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password())) {
            JdbcClient jdbc = service.getBean(JdbcClient.class);
            TrainingClient client = new TrainingClient(
                    service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
            String pattern = "{\"source\": \"%s\", \"target\": \"%s\", \"solver\": {\"type\": \"gaussian\"}}"
                    .formatted(client.upload(50, 0, 0), client.upload(50, 1, 1));
            String id = client.train(pattern);
            long begin = System.nanoTime();
            QueueFill.fill(jdbc, id, ended, waiting, events);
            System.out.printf(
                    "filled with %,d waiting and %,d ended jobs, %,d events, in %.0f s%n%n",
                    waiting, ended, (long) ended * events, (System.nanoTime() - begin) / 1e9);
            measure(
                    "job list, first page of 50, all statuses",
                    () -> client.get("/v1/training-jobs?page_size=50").expect(200));
            String token = client.get("/v1/training-jobs?page_size=50")
                    .json()
                    .path("next_page_token")
                    .asString();
            measure(
                    "job list, second page of 50",
                    () -> client.get("/v1/training-jobs?page_size=50&page_token=" + token)
                            .expect(200));
            measure(
                    "job list, queued, first page of 50",
                    () -> client.get("/v1/training-jobs?status=queued&page_size=50")
                            .expect(200));
            measure(
                    "job list, running and failed, first page",
                    () -> client.get("/v1/training-jobs?status=running&status=failed&page_size=50")
                            .expect(200));
            measure("one job", () -> client.get("/v1/training-jobs/" + id).expect(200));
            measure(
                    "a page of a job's events",
                    () -> client.get("/v1/training-jobs/" + id + "/events").expect(200));
            measure(
                    "queue depth, counted",
                    () -> jdbc.sql("select count(*) from training_jobs where device = 'any' and status = 'queued'")
                            .query(Long.class)
                            .single());
            measure(
                    "room in a queue of 1,000",
                    () -> jdbc.sql(
                                    "select count(*) from (select id from training_jobs where status = 'queued' limit 1001) counted")
                            .query(Long.class)
                            .single());
            measure(
                    "oldest waiting",
                    () -> jdbc.sql(
                                    "select queued_at from training_jobs where status = 'queued' order by queued_at limit 1")
                            .query()
                            .singleValue());
            measure("a job created (POST)", () -> client.train(pattern));
            measure("pick-up, the statement", () -> jdbc.sql(PICK).query().listOfRows());
            jdbc.sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked")
                    .update();
            wholePickUps(service.getBean(DataSource.class));
            System.out.println();
            plans(jdbc, id);
        }
    }

    /** db-scheduler itself, with jobs that do nothing: poll, lock, start, remove. */
    private static void wholePickUps(DataSource database) throws InterruptedException {
        int count = 1_000;
        CountDownLatch done = new CountDownLatch(count);
        Scheduler scheduler = Scheduler.create(
                        database, Tasks.custom("training", Void.class).execute((_, _) -> {
                            done.countDown();
                            return (_, operations) -> operations.remove();
                        }))
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(1)
                .pollingInterval(Duration.ofMillis(500))
                .pollUsingLockAndFetch(0.5, 1.0)
                .enablePriority()
                .build();
        long begin = System.nanoTime();
        scheduler.start();
        done.await();
        double millis = (System.nanoTime() - begin) / 1e6 / count;
        scheduler.stop();
        System.out.printf(
                "%-45s %8.2f ms a job, one after the other (%d jobs)%n",
                "pick-up and removal by one slot", millis, count);
    }

    private static void measure(String what, Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        double[] millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            call.run();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-45s median %7.2f ms, 95 %% %7.2f ms, most %7.2f ms%n",
                what, millis[CALLS / 2], millis[CALLS * 95 / 100], millis[CALLS - 1]);
    }

    private static void plans(JdbcClient jdbc, String job) {
        plan(jdbc, "pick-up", PICK);
        plan(
                jdbc,
                "dead workers",
                "select * from scheduled_tasks where picked = true and last_heartbeat <= now() - interval '12 s' order by last_heartbeat");
        plan(jdbc, "job list", "select * from training_jobs where true order by id desc limit 51");
        plan(
                jdbc,
                "job list, later page",
                "select * from training_jobs where true and id < '%s' order by id desc limit 51".formatted(job));
        plan(
                jdbc,
                "job list, one status",
                "select * from training_jobs where id in (select id from (select id from training_jobs where status = 'queued' order by id desc limit 51) s) order by id desc limit 51");
        plan(jdbc, "queue depth", "select count(*) from training_jobs where device = 'any' and status = 'queued'");
        plan(
                jdbc,
                "oldest waiting",
                "select queued_at from training_jobs where status = 'queued' order by queued_at limit 1");
        plan(
                jdbc,
                "events of a job",
                "select * from training_events where job_id = '%s' and id > 3 order by id limit 100".formatted(job));
        plan(
                jdbc,
                "old histories",
                "select id from training_jobs where history_whole = true and ended_at < now() - interval '30 days' order by ended_at limit 100");
    }

    private static void plan(JdbcClient jdbc, String what, String sql) {
        System.out.println(what);
        jdbc.sql("explain (analyze, costs off, summary off, timing off) " + sql)
                .query(String.class)
                .list()
                .forEach(row -> System.out.println("    " + row));
        System.out.println();
    }
}
