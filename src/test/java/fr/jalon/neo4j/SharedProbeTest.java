package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedProbeTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    /** Those that were begun, in their order. */
    private final List<CompletableFuture<String>> begun = new CopyOnWriteArrayList<>();

    @Test
    void all_who_ask_while_a_probe_runs_share_the_next_one() throws Exception {
        SharedProbe probe = new SharedProbe(this::begin, LONG, LONG);
        Asker first = Asker.of(probe);
        first.waits();
        List<Asker> later = Stream.generate(() -> Asker.of(probe)).limit(5).toList();
        for (Asker asker : later) {
            asker.waits();
        }
        assertThat(begun).hasSize(1);

        begun.get(0).complete("1");
        assertThat(first.answer().get(10, TimeUnit.SECONDS)).isEqualTo("1");
        assertThat(begun).hasSize(2);
        begun.get(1).complete("2");
        for (Asker asker : later) {
            assertThat(asker.answer().get(10, TimeUnit.SECONDS)).isEqualTo("2");
        }
    }

    @Test
    void a_failure_is_told_and_not_kept() throws Exception {
        SharedProbe probe = new SharedProbe(
                () -> {
                    CompletableFuture<String> answer = begin();
                    if (begun.size() == 1) {
                        answer.completeExceptionally(new IllegalStateException("not now"));
                    }
                    answer.complete("now");
                    return answer;
                },
                LONG,
                LONG);

        assertThatIllegalStateException().isThrownBy(() -> probe.get(LONG)).withMessage("not now");
        assertThat(probe.get(LONG)).isEqualTo("now");
    }

    @Test
    void a_probe_that_hangs_is_the_only_one_and_nobody_waits_for_it_again_until_it_ends() throws Exception {
        SharedProbe probe = new SharedProbe(this::begin, SHORT, LONG);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> probe.get(SHORT));
        }
        Thread.sleep(2 * SHORT.toMillis());
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> probe.get(SHORT));
        assertThat(begun).hasSize(1);

        begun.get(0).complete("at last");
        begun.get(1).complete("who asked meanwhile");
        afterwards(() -> begun.get(2).complete("well"), () -> begun.size() == 3);
        assertThat(probe.get(LONG)).isEqualTo("well");
    }

    @Test
    void a_probe_that_never_ends_is_given_up() throws Exception {
        SharedProbe probe = new SharedProbe(this::begin, SHORT, SHORT);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> probe.get(SHORT));
        Thread.sleep(2 * SHORT.toMillis());
        afterwards(() -> begun.get(1).complete("well"), () -> begun.size() == 2);

        assertThat(probe.get(LONG)).isEqualTo("well");
    }

    @Test
    void who_waits_for_a_probe_that_ends_and_who_asks_later_fail_by_that_at_once() throws Exception {
        SharedProbe probe = new SharedProbe(this::begin, LONG, LONG);
        Asker first = Asker.of(probe);
        first.waits();
        Asker following = Asker.of(probe);
        following.waits();
        IllegalStateException closed = new IllegalStateException("closed");

        probe.end(closed);

        for (Asker asker : List.of(first, following, Asker.of(probe))) {
            assertThat(asker.answer().handle((answer, failure) -> failure).get())
                    .isSameAs(closed);
        }
        assertThat(begun).hasSize(1);
    }

    private CompletableFuture<String> begin() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        begun.add(answer);
        return answer;
    }

    private static void afterwards(Runnable work, java.util.function.BooleanSupplier reached) {
        new Thread(() -> {
                    while (!reached.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                    work.run();
                })
                .start();
    }

    /** A thread that asks once. */
    private record Asker(Thread thread, CompletableFuture<String> answer) {
        static Asker of(SharedProbe probe) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    answer.complete(probe.get(LONG));
                } catch (TimeoutException | InterruptedException | RuntimeException failure) {
                    answer.completeExceptionally(failure);
                }
            });
            thread.start();
            return new Asker(thread, answer);
        }

        void waits() throws InterruptedException {
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.sleep(1);
            }
        }
    }
}
