package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text of a request never becomes part of a statement, and never makes one fail, wherever it is given. */
class HostileTextProperties {

    private static final List<TextPlace> PLACES = TextPlace.all();
    private static final List<String> TEXTS = List.of(
            "' OR 1=1 //",
            "\"}) DETACH DELETE n //",
            "`; DROP INDEX search; `",
            "$p0",
            "$text",
            "{} }} {{ %s %n",
            "\\' \\u0027 \\",
            "+-&&||!(){}[]^\"~*?:\\/ a",
            "*",
            "a?b* ~2 [a TO b] title:x AND NOT y",
            "*/ /* //",
            "\u0000a\u001fb\r\n\t",
            "\u202eé\u0301œ\ufb01İß\ud83d\ude00",
            "\ud800");

    @Provide
    Arbitrary<TextPlace> places() {
        return Arbitraries.of(PLACES);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("'\"`${}[]()\\/+-&|!^~*?:;,.<>=%# \n\u0000a1é")
                .ofMaxLength(40);
        return Arbitraries.oneOf(
                Arbitraries.of(TEXTS), signs, Arbitraries.strings().all().ofMaxLength(60));
    }

    @Example
    void no_text_changes_a_statement() {
        assertThat(PLACES).hasSizeGreaterThan(300);
        for (TextPlace place : PLACES) {
            if (!place.isCursor()) {
                List<String> harmless = statements(place, "a");
                for (String text : TEXTS) {
                    assertThat(statements(place, "a " + text)).as(place.name()).isEqualTo(harmless);
                }
            }
        }
    }

    @Property(tries = 400)
    void no_text_makes_the_graph_fail(@ForAll("places") TextPlace place, @ForAll("texts") String text) {
        Map<String, Object> body =
                TestGraph.shared().answer(place.query(), place.holding(text)).body();

        if (place.isCursor() && body.containsKey("errors")) {
            assertThat(body.toString()).contains("is none that this server gave", "BAD_REQUEST");
        } else {
            assertThat(body).doesNotContainKey("errors");
        }
    }

    private static List<String> statements(TextPlace place, String text) {
        return Compiler.compile(place.query(), place.holding(text)).stream()
                .map(CypherStatement::text)
                .toList();
    }
}
