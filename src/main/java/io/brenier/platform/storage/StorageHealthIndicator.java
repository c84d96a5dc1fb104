package io.brenier.platform.storage;

import io.brenier.platform.storage.object.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether blobs can be written, first to the spool and then to where they lie; part of readiness, since uploads and trainings need it. */
@Component("storage")
class StorageHealthIndicator implements HealthIndicator {

    private final Spool spool;
    private final ObjectStore objects;

    StorageHealthIndicator(Spool spool, ObjectStore objects) {
        this.spool = spool;
        this.objects = objects;
    }

    @Override
    public Health health() {
        Health.Builder health = new Health.Builder().withDetail("place", objects.place());
        if (!Files.isWritable(spool.folder())) {
            return health.down()
                    .withDetail("reason", "folder %s cannot be written to".formatted(spool.folder()))
                    .build();
        }
        try {
            objects.check();
            return health.up().build();
        } catch (IOException failure) {
            return health.down(failure).build();
        }
    }
}
