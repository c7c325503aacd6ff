package fr.jalon.http.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, 00",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-later-versions-may-add, 01",
    })
    void a_trace_of_the_client_goes_on(String parent, String flags) {
        Observation.Trace trace = Observation.Trace.of(parent);

        assertThat(trace.id()).isEqualTo(ID);
        assertThat(trace.flags()).isEqualTo(flags);
        assertThat(trace.span()).matches("[0-9a-f]{16}").isNotEqualTo("00f067aa0ba902b7");
        assertThat(trace.response()).isEqualTo("00-" + ID + "-" + trace.span() + "-" + flags);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
    })
    void what_is_no_trace_begins_a_new_one(String parent) {
        assertThat(Observation.Trace.of(parent).id()).matches("[0-9a-f]{32}").isNotEqualToIgnoringCase(ID);
    }

    @Test
    void every_request_without_a_trace_has_one_of_its_own() {
        assertThat(Observation.Trace.of(null).id())
                .isNotEqualTo(Observation.Trace.of(null).id());
    }
}
