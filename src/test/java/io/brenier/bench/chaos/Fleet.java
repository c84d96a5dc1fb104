package io.brenier.bench.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An api process and two workers on a database and an S3 store, which they reach through a network that can fail. */
final class Fleet implements AutoCloseable {

    static final String DATABASE = "database";
    static final String BLOBS = "blobs";
    /** Short, since the jobs are. */
    static final Duration CHECKPOINTS = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Stores stores;
    private final Toxiproxy network;
    private final ServiceProcess api;
    private final List<ServiceProcess> workers;

    private Fleet(Stores stores, Toxiproxy network, Path jar, Path folder) throws IOException, InterruptedException {
        this.stores = stores;
        this.network = network;
        List<String> settings = List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(network.proxy(DATABASE, stores.postgresPort()), Stores.NAME),
                "--spring.datasource.username=" + Stores.NAME,
                "--spring.datasource.password=" + Stores.PASSWORD,
                "--brenier.storage.type=s3",
                "--brenier.storage.s3.bucket=" + Stores.NAME,
                "--brenier.storage.s3.endpoint=http://127.0.0.1:" + network.proxy(BLOBS, stores.minioPort()),
                "--brenier.storage.s3.path-style=true",
                "--brenier.storage.s3.access-key=" + Stores.NAME,
                "--brenier.storage.s3.secret-key=" + Stores.PASSWORD,
                "--brenier.storage.s3.request-timeout=15s",
                "--brenier.storage.collect-interval=5s",
                "--brenier.storage.keep-unreferenced=1m",
                "--brenier.training.checkpoint-interval=%ds".formatted(CHECKPOINTS.toSeconds()));
        api = new ServiceProcess("api", "api", jar, folder, settings);
        workers = List.of(
                new ServiceProcess("worker-1", "worker", jar, folder, settings),
                new ServiceProcess("worker-2", "worker", jar, folder, settings));
    }

    /**
     * Ready to be used.
     *
     * @param proxy the toxiproxy server's program
     * @param folder of logs
     */
    static Fleet start(Path jar, Path proxy, Path folder) throws IOException, InterruptedException {
        Stores stores = Stores.start();
        Toxiproxy network = null;
        try {
            network = Toxiproxy.start(proxy, folder.resolve("toxiproxy.log"));
            Fleet fleet = new Fleet(stores, network, jar, folder);
            fleet.repair();
            return fleet;
        } catch (IOException | RuntimeException broken) {
            if (network != null) {
                network.close();
            }
            stores.close();
            throw broken;
        }
    }

    Stores stores() {
        return stores;
    }

    Toxiproxy network() {
        return network;
    }

    ServiceProcess api() {
        return api;
    }

    List<ServiceProcess> workers() {
        return workers;
    }

    /** Makes the network whole, and has every process run. */
    void repair() throws IOException, InterruptedException {
        network.heal(DATABASE);
        network.heal(BLOBS);
        Waiting.until(PATIENCE, "the database answers", stores::databaseAnswers);
        api.start();
        for (ServiceProcess worker : workers) {
            worker.start();
        }
        api.awaitReady(PATIENCE);
        for (ServiceProcess worker : workers) {
            worker.awaitReady(PATIENCE);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        api.close();
        for (ServiceProcess worker : workers) {
            worker.close();
        }
        network.close();
        stores.close();
    }
}
