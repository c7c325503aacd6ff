package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int CLIENTS = 16;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void no_more_work_at_the_same_moment_than_there_are_turns() throws Exception {
        Turns turns = new Turns(1, Duration.ofMinutes(1));
        AtomicInteger working = new AtomicInteger();
        Callable<Integer> counting = () -> turns.work(() -> {
            int now = working.incrementAndGet();
            working.decrementAndGet();
            return now;
        });

        assertThat(awaitAll(IntStream.range(0, 1000).mapToObj(i -> counting).toList()))
                .containsOnly(1);
    }

    @Test
    void each_that_takes_long_leaves_its_turn_to_one_that_waits() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(1));
        CountDownLatch all = new CountDownLatch(CLIENTS);
        Callable<Boolean> client = () -> turns.work(() -> {
            all.countDown();
            return reached(all);
        });

        assertThat(awaitAll(IntStream.range(0, CLIENTS).mapToObj(i -> client).toList()))
                .containsOnly(true);
        assertThat(turns.<String>work(() -> "next")).isEqualTo("next");
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
