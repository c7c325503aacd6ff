package fr.jalon.http.observation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.GraphQlRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "query Actions { a }                               | -           | Actions",
                "'# Titre: query No\n\n  query ,, Actions($n: ID) {a}' | -       | Actions",
                "mutation Change { a }                             | -           | Change",
                "query A { a } query B { b }                       | B           | B",
                "{ search(text: \"query Secret { a }\") { id } }   | -           | ~",
                "query ($n: ID) { a }                              | -           | ~",
                "query                                             | -           | ~",
                "fragment F on Action { id } query A { a { ...F } } | -          | ~",
                "{ a }                                             | a secret: 1 | ~",
                "{ a }                                             | 1a          | ~",
                "''                                                | -           | ~",
                "'# only a comment'                                | -           | ~",
            })
    void an_operation_is_named_by_a_name_only(String document, String given, String name) {
        assertThat(Exchange.OperationName.of(new GraphQlRequest(document, given, Map.of(), Map.of(), true)))
                .isEqualTo(name.equals("~") ? "-" : name);
    }
}
