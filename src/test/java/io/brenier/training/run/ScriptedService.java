package io.brenier.training.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Gives the service scripted trainers. */
@TestConfiguration(proxyBeanMethods = false)
public class ScriptedService {

    /** The script of the trainings that begin from now on. */
    public static final AtomicReference<ScriptedTrainer.Script> SCRIPT = new AtomicReference<>(_ -> true);

    @Bean
    @Primary
    TrainerFactory scriptedTrainers() {
        return _ -> new ScriptedTrainer(step -> SCRIPT.get().step(step));
    }

    /** Stands before a step until it is let through. */
    public static final class Gate implements ScriptedTrainer.Script {

        private final long at;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        public Gate(long at) {
            this.at = at;
        }

        @Override
        public boolean step(long step) throws InterruptedException {
            if (step == at) {
                reached.countDown();
                open.await();
            }
            return true;
        }

        public void awaitReached() throws InterruptedException {
            reached.await();
        }

        public void open() {
            open.countDown();
        }
    }
}
