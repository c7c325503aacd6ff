package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.Variation;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each document of {@code cypher/*.adoc} becomes; {@code -Djalon.rewrite=true} writes the statements anew. */
class CompilerTest {

    private static final Pattern LITERAL = Pattern.compile("'[^']*'");

    /** Texts that stand in statements by themselves: a kind of period, the index, a kind in a path of the contract. */
    private static final Set<String> OWN =
            Set.of("'CONTINUOUS'", "'words'", "'AMDAC'", "'QUARTER'", "'SEMESTER'", "'YEAR'");

    /** Names the compiler hands out, lengths of paths, one row, the index of an alternative, and the rank of a value. */
    private static final Pattern OWN_NUMBER = Pattern.compile(
            "[nkvcfsrt$p]+\\d+|\\*\\d\\.\\.\\d|\\[1(?=, )|LIMIT 1(?= )|(?:THEN|ELSE) \\[\\d+(?=,)|THEN \\d+(?= )|\\[-1\\]");

    @BeforeAll
    static void rewrite() throws IOException {
        if (Boolean.getBoolean("jalon.rewrite")) {
            for (CompilerCases cases : CompilerCases.all()) {
                cases.rewrite();
            }
        }
    }

    static List<CompilerCase> cases() throws IOException {
        return CompilerCases.all().stream()
                .flatMap(file -> file.cases().stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_document_becomes_these_statements(CompilerCase each) {
        assertThat(each.compiled()).isEqualTo(each.derived());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void no_text_and_no_number_of_a_request_stands_in_a_statement(CompilerCase each) {
        Set<String> names = TestGraph.CONTRACT.types().stream()
                .map(GraphType::name)
                .map(name -> "'" + name + "'")
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(OWN);
        names.addAll(varying());

        for (CypherStatement statement : Compiler.compile(each.query(), each.variables())) {
            assertThat(names)
                    .containsAll(LITERAL.matcher(statement.text())
                            .results()
                            .map(match -> match.group())
                            .toList());
            assertThat(OWN_NUMBER.matcher(statement.text()).replaceAll("")).doesNotContainPattern("\\d");
        }
    }

    /** Names of what varies, and the values of enumerations that do. */
    private static Set<String> varying() {
        Set<String> names = new TreeSet<>();
        for (GraphType type : TestGraph.CONTRACT.types()) {
            type.fields().values().stream().filter(GraphField::varies).forEach(field -> {
                names.add(field.name());
                if (field instanceof PropertyField property) {
                    names.addAll(property.values());
                    property.values()
                            .forEach(value ->
                                    names.add(TestGraph.CONTRACT.dictionary().word(property.scalar(), value)));
                }
            });
        }
        TestGraph.CONTRACT.variations().relationships().forEach(type -> {
            names.add(type);
            names.add(Variation.atOtherTimes(type));
        });
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_graph_answers_every_document_without_an_error(CompilerCase each) {
        assertThat(TestGraph.shared().answer(each.query(), each.variables()).body())
                .doesNotContainKey("errors");
    }
}
