package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        mayEnd.countDown();
        clients.shutdown();
    }

    @Test
    void operations_wait_in_the_order_they_came_and_one_too_many_is_sent_away() throws Exception {
        Gate gate = new Gate(new Gate.Settings(1, OptionalInt.of(1), 2, Duration.ofSeconds(30)));
        CompletableFuture<?> running = ask(gate, "first");
        until(() -> gate.running() == 1);
        CompletableFuture<?> second = ask(gate, "second");
        until(() -> gate.waiting() == 1);
        CompletableFuture<?> third = ask(gate, "third");
        until(() -> gate.waiting() == 2);

        assertThatExceptionOfType(HttpFailure.class)
                .isThrownBy(() -> gate.pass(() -> "fourth"))
                .withMessage("1 operations run and 2 wait; try again in a moment");
        mayEnd.countDown();
        CompletableFuture.allOf(running, second, third).get(10, TimeUnit.SECONDS);

        assertThat(done).containsExactly("first", "second", "third");
        assertThat(List.of(gate.running(), gate.waiting())).containsOnly(0);
    }

    @Test
    void who_waited_too_long_is_sent_away_and_leaves_its_place() throws Exception {
        Gate gate = new Gate(new Gate.Settings(1, OptionalInt.of(1), 1, Duration.ofMillis(1)));
        CompletableFuture<?> running = ask(gate, "first");
        until(() -> gate.running() == 1);

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(HttpFailure.class)
                    .isThrownBy(() -> gate.pass(() -> "late"))
                    .withMessage("1 operations have been running for too long; try again in a moment");
        }
        mayEnd.countDown();
        running.get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_operation_that_fails_makes_room_for_the_next() {
        Gate gate = new Gate(new Gate.Settings(1, OptionalInt.of(1), 0, Duration.ZERO));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> gate.pass(() -> {
                    throw new IllegalStateException("a bug");
                }));

        assertThat(gate.pass(() -> "next")).isEqualTo("next");
    }

    @Test
    void an_operation_that_takes_long_works_on_beside_the_next() throws Exception {
        Gate gate = new Gate(new Gate.Settings(2, OptionalInt.of(1), 0, Duration.ZERO));
        CompletableFuture<?> running = ask(gate, "long");
        until(() -> gate.running() == 1);

        for (int i = 0; i < 3; i++) {
            assertThat(gate.pass(() -> "next")).isEqualTo("next");
        }
        assertThat(done).isEmpty();
        mayEnd.countDown();
        running.get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<?> ask(Gate gate, String name) {
        return CompletableFuture.runAsync(() -> gate.pass(() -> work(name)), clients);
    }

    private String work(String name) {
        try {
            assertThat(mayEnd.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        done.add(name);
        return name;
    }

    private static void until(java.util.function.BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Thread.sleep(1);
        }
    }
}
