package io.brenier.training.queue;

import io.brenier.training.job.Device;
import java.util.Arrays;
import java.util.List;

/** The queue's lanes: one of the jobs that any worker may take, and one for each kind of device. */
final class TaskNames {

    static final String ANY_DEVICE = "training";

    private TaskNames() {}

    /** The lane of jobs that ask for the device. */
    static String of(Device device) {
        return device == Device.ANY ? ANY_DEVICE : ANY_DEVICE + "-" + device.wireName();
    }

    /** The lanes that a worker which trains on the device leaves to others. */
    static List<String> foreignTo(Device device) {
        return Arrays.stream(Device.values())
                .filter(other -> other != Device.ANY && other != device)
                .map(TaskNames::of)
                .toList();
    }
}
