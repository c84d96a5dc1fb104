package io.brenier.fleet;

import io.brenier.BrenierApplication;
import io.brenier.training.run.ScriptedService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A worker in a process of its own, which a test can kill: its trainings take a tenth of a second a step. */
final class SlowWorker {

    private SlowWorker() {}

    public static void main(String[] settings) {
        CountDownLatch never = new CountDownLatch(1);
        ScriptedService.SCRIPT.set(_ -> !never.await(100, TimeUnit.MILLISECONDS));
        new SpringApplicationBuilder(BrenierApplication.class, ScriptedService.class).run(settings);
    }
}
