package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.schema.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexStatementsTest {

    private static final List<String> TEXTS = IndexStatements.of(Contract.packaged()).stream()
            .map(each -> each.create().text())
            .toList();

    @Test
    void ids_are_unique_and_search_reads_words() {
        assertThat(TEXTS)
                .contains(
                        "CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE",
                        "CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Node) ON EACH [n.nameWords, n.detailWords]"
                                + " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}");
    }

    @Test
    void what_the_contract_marks_is_indexed_and_every_list_by_id() {
        assertThat(TEXTS)
                .contains(
                        "CREATE RANGE INDEX action_id_range IF NOT EXISTS FOR (n:Action) ON (n.id)",
                        "CREATE RANGE INDEX period_end_range IF NOT EXISTS FOR (n:Period) ON (n.end)",
                        "CREATE RANGE INDEX event_date_range IF NOT EXISTS FOR (n:Event) ON (n.date)");
    }

    @Test
    void a_text_is_indexed_as_it_is_compared_whole_or_in_part() {
        assertThat(TEXTS)
                .contains(
                        "CREATE RANGE INDEX action_title_folded_range IF NOT EXISTS FOR (n:Action) ON (n.titleFolded)",
                        "CREATE TEXT INDEX action_title_folded_text IF NOT EXISTS FOR (n:Action) ON (n.titleFolded)",
                        "CREATE RANGE INDEX resource_name_folded_range IF NOT EXISTS FOR (n:Resource) ON (n.nameFolded)");
        assertThat(TEXTS).noneMatch(text -> text.endsWith("(n.title)"));
    }

    @Test
    void a_value_of_an_enumeration_is_indexed_as_it_is_asked_for_and_as_it_is_ordered() throws IOException {
        String contract = Files.readString(Path.of("schema.graphqls"));
        Contract marked = Contract.parse(contract.replace("severity: Severity!", "severity: Severity! @indexed"));

        assertThat(IndexStatements.of(marked).stream().map(each -> each.create().text()))
                .contains(
                        "CREATE RANGE INDEX discrepancy_severity_range IF NOT EXISTS FOR (n:Discrepancy) ON (n.severity)",
                        "CREATE RANGE INDEX discrepancy_severity_rank_range IF NOT EXISTS FOR (n:Discrepancy) ON"
                                + " (n.severityRank)");
    }

    @Test
    void what_it_does_not_mark_is_not() {
        assertThat(TEXTS)
                .noneMatch(text -> text.contains("transcribed"))
                .noneMatch(text -> text.contains("mailbox"))
                .noneMatch(text -> text.contains("kind"))
                .noneMatch(text -> text.contains("(n:Node) ON (n.id)"));
    }

    @Test
    void every_statement_may_run_again_and_has_a_name_of_its_own() {
        assertThat(TEXTS).allMatch(text -> text.contains(" IF NOT EXISTS "));
        assertThat(TEXTS.stream()
                        .map(text -> text.substring(0, text.indexOf(" IF NOT EXISTS")))
                        .map(text -> text.substring(text.lastIndexOf(' ') + 1))
                        .toList())
                .doesNotHaveDuplicates();
    }
}
