package io.brenier.training.queue;

import java.util.UUID;

/** Names of the queue's entries: the job, and a part that is new whenever a job is put into the queue, so that no two entries collide. */
final class QueueEntry {

    private static final int ID_LENGTH = 36;

    private QueueEntry() {}

    static String of(UUID job, UUID ticket) {
        return job + "/" + ticket;
    }

    static UUID jobOf(String entry) {
        return UUID.fromString(entry.substring(0, ID_LENGTH));
    }
}
