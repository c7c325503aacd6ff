package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void no_more_operations_work_at_the_same_moment_than_there_are_cores() throws Exception {
        assertThat(mostAtOnce(new Gate.Workers(2, Duration.ofMinutes(1)), 1000)).isLessThanOrEqualTo(2);
    }

    @Test
    void half_of_the_cores_are_left_to_the_web_server_as_long_as_operations_are_short() throws Exception {
        Gate.Workers workers = new Gate.Workers(2, Duration.ofMinutes(1));
        mostAtOnce(workers, 1000);

        assertThat(mostAtOnce(workers, 1000)).isEqualTo(1);
    }

    @Test
    void beside_each_operation_that_lasts_long_the_next_begins() throws Exception {
        Gate.Workers workers = new Gate.Workers(1);
        CountDownLatch all = new CountDownLatch(CLIENTS);
        Callable<Boolean> client = () -> workers.run(() -> {
            all.countDown();
            return reached(all);
        });

        assertThat(awaitAll(Collections.nCopies(CLIENTS, client))).containsOnly(true);
        assertThat(workers.<String>run(() -> "next")).isEqualTo("next");
    }

    @Test
    void who_brings_an_operation_gets_its_failure() {
        Gate.Workers workers = new Gate.Workers(1);

        assertThatThrownBy(() -> workers.run(() -> {
                    throw new IllegalArgumentException("wrong");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wrong");
    }

    @Test
    void an_operation_ends_when_the_one_who_brings_it_is_interrupted() throws Exception {
        Gate.Workers workers = new Gate.Workers(1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<?> client = clients.submit(() -> workers.run(() -> {
            begun.countDown();
            return sleeps(interrupted);
        }));
        begun.await();
        client.cancel(true);

        assertThat(reached(interrupted)).isTrue();
        assertThat(workers.<Boolean>run(Thread::interrupted)).isFalse();
    }

    private int mostAtOnce(Gate.Workers workers, int operations) throws Exception {
        AtomicInteger working = new AtomicInteger();
        Callable<Integer> counting = () -> workers.run(() -> {
            int now = working.incrementAndGet();
            working.decrementAndGet();
            return now;
        });
        return Collections.max(awaitAll(Collections.nCopies(operations, counting)));
    }

    private static boolean sleeps(CountDownLatch interrupted) {
        try {
            TimeUnit.MINUTES.sleep(1);
            return true;
        } catch (InterruptedException e) {
            interrupted.countDown();
            return false;
        }
    }

    private <T> List<T> awaitAll(List<Callable<T>> work) throws Exception {
        List<T> results = new CopyOnWriteArrayList<>();
        for (Future<T> each : clients.invokeAll(work)) {
            results.add(each.get(1, TimeUnit.MINUTES));
        }
        return results;
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
