package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.DescribedNode;
import graphql.language.Document;
import graphql.language.Node;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code contract/french.json} says all of the contract, and nothing else. */
class FrenchTest {

    private static final Contract CONTRACT = Contract.packaged();
    private static final French FRENCH = French.words();

    /** Of values that only arguments take, which nobody reads in a table. */
    private static final Set<String> WITHOUT_WORDS = Set.of("SortDirection");

    @Test
    void every_description_that_clients_are_served_has_a_french_one() {
        List<String> english = descriptions(CONTRACT.servedText());
        List<String> french = descriptions(CONTRACT.servedTextInFrench());

        assertThat(french).hasSameSizeAs(english);
        assertThat(IntStream.range(0, english.size())
                        .filter(i -> english.get(i).equals(french.get(i)))
                        .mapToObj(english::get))
                .as("without a French description in contract/french.json")
                .isEmpty();
    }

    @Test
    void every_french_description_is_of_one_that_the_contract_has() throws IOException {
        String contract = Files.readString(Path.of("schema.graphqls")).replaceAll("\\s+", " ");

        assertThat(FRENCH.descriptions().keySet())
                .allSatisfy(english -> assertThat(contract).contains(english));
    }

    @Test
    void every_kind_of_node_and_every_field_of_one_has_a_name_for_people() {
        for (GraphType type : CONTRACT.types()) {
            assertThat(FRENCH.types()).containsKey(type.name());
            assertThat(type.fields().keySet().stream()
                            .filter(field -> !FRENCH.fields().containsKey(field)
                                    && !FRENCH.fields().containsKey(type.name() + "." + field)))
                    .as("fields of %s without a name in contract/french.json", type.name())
                    .isEmpty();
        }
    }

    @Test
    void every_value_of_an_enumeration_of_nodes_has_a_word_for_people() {
        CONTRACT.types().stream()
                .flatMap(type -> type.fields().values().stream())
                .filter(PropertyField.class::isInstance)
                .map(field -> (PropertyField) field)
                .filter(field -> !field.values().isEmpty() && !WITHOUT_WORDS.contains(field.scalar()))
                .forEach(field -> field.values()
                        .forEach(value -> assertThat(CONTRACT.dictionary().word(field.scalar(), value))
                                .as("%s.%s without a @label", field.scalar(), value)
                                .isNotEqualTo(value.equals("API") || value.startsWith("A") ? "" : value)));
    }

    @Test
    void what_it_does_not_name_stays_as_the_contract_has_it() {
        Contract contract =
                Contract.parse("type Query { \"A word.\" word(id: ID!): Word @lookup } interface Node { id: ID! }"
                        + " \"A word.\" type Word implements Node @node @uncited(because: \"x\") { id: ID! }");

        assertThat(contract.servedTextInFrench()).isEqualTo(contract.servedText());
    }

    private static List<String> descriptions(String text) {
        Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                .build());
        List<String> descriptions = new ArrayList<>();
        collect(document, descriptions);
        return descriptions;
    }

    private static void collect(Node<?> node, List<String> descriptions) {
        if (node instanceof DescribedNode<?> described && described.getDescription() != null) {
            descriptions.add(WrittenContract.text(described.getDescription()));
        }
        node.getChildren().forEach(child -> collect((Node<?>) child, descriptions));
    }
}
