package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedProbeTest {

    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger probes = new AtomicInteger();

    @Test
    void all_who_ask_while_a_probe_runs_share_the_next_one() throws Exception {
        SharedProbe probe = new SharedProbe(this::probe);
        Asker first = Asker.of(probe);
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        List<Asker> later = Stream.generate(() -> Asker.of(probe)).limit(5).toList();
        for (Asker asker : later) {
            asker.waits();
        }
        mayEnd.countDown();

        assertThat(first.answer().get(10, TimeUnit.SECONDS)).isEqualTo("1");
        for (Asker asker : later) {
            assertThat(asker.answer().get(10, TimeUnit.SECONDS)).isEqualTo("2");
        }
        assertThat(probe.get()).isEqualTo("3");
    }

    @Test
    void a_failure_is_told_and_not_kept() {
        SharedProbe probe = new SharedProbe(() -> {
            if (probes.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
            return "now";
        });

        assertThatIllegalStateException().isThrownBy(probe::get).withMessage("not now");
        assertThat(probe.get()).isEqualTo("now");
    }

    private String probe() {
        String number = String.valueOf(probes.incrementAndGet());
        began.countDown();
        try {
            assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return number;
    }

    /** A thread that asks once. */
    private record Asker(Thread thread, CompletableFuture<String> answer) {
        static Asker of(SharedProbe probe) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread thread = new Thread(() -> answer.complete(probe.get()));
            thread.start();
            return new Asker(thread, answer);
        }

        void waits() throws InterruptedException {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
        }
    }
}
