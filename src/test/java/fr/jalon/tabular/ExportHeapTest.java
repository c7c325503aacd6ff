package fr.jalon.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a table of a hundred thousand rows holds at a time, whatever its format; its pages are made here, one after the other. */
@Tag("trial")
class ExportHeapTest {

    private static final int ROWS = 100_000;
    private static final int PAGE = 500;
    private static final long MOST = 32L << 20;

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void a_table_is_written_while_its_rows_are_forgotten(TableFormat format) throws IOException {
        long before = heap();
        AtomicLong most = new AtomicLong();
        AtomicLong asked = new AtomicLong();
        ListExport export = new ListExport(
                TestGraph.CONTRACT.graphQlSchema(), () -> Version.NOT_TOLD, request -> page(asked, most));
        ListExport.Table table = (ListExport.Table)
                export.begin(TestGraph.request("{ actions { nodes { id label due { end } } } }", Map.of()), format);
        table.writeTo(OutputStream.nullOutputStream());

        assertThat(asked.get() * PAGE).isEqualTo(ROWS);
        assertThat(most.get() - before).isLessThan(MOST);
        assertThat(heap() - before).isLessThan(MOST);
    }

    private static GraphQlResponse page(AtomicLong asked, AtomicLong most) {
        long page = asked.incrementAndGet();
        if (page % 20 == 0) {
            most.accumulateAndGet(heap(), Math::max);
        }
        List<Map<String, Object>> nodes = IntStream.range(0, PAGE)
                .mapToObj(i -> Map.<String, Object>of(
                        "id", "action/a" + page + "-" + i,
                        "label",
                                "Une action dont le titre a bien une centaine de lettres, comme ceux des feuilles de route "
                                        + i,
                        "due", Map.of("end", "2022-06-30")))
                .toList();
        boolean more = page * PAGE < ROWS;
        return GraphQlResponse.of(
                Outcome.EXECUTED,
                Map.of(
                        "data",
                        Map.of(
                                "actions",
                                Map.of(
                                        "nodes",
                                        nodes,
                                        "pageInfo",
                                        Map.of("hasNextPage", more, "endCursor", "c" + page)))));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
