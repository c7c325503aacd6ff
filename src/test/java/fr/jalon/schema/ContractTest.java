package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractTest {

    @Test
    void a_type_without_citations_has_to_say_why() throws IOException {
        refuses(
                " @uncited(because: \"The curators chose the themes.\")",
                "",
                "Theme either implements Cited or says by @uncited why not");
    }

    @Test
    void a_field_cannot_state_one_that_the_type_does_not_have() throws IOException {
        refuses(
                "@states(field: \"to\")",
                "@states(field: \"too\")",
                "Reference.intended states too, which is no field of Reference");
    }

    @Test
    void clients_do_not_see_how_the_contract_maps_to_the_graph() {
        assertThat(Contract.packaged().servedText()).doesNotContain("@node", "@relationship", "@states", "@uncited");
    }

    private static void refuses(String text, String replacement, String message) throws IOException {
        String contract = Files.readString(Path.of("schema.graphqls"));
        assertThat(contract).contains(text);

        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> Contract.parse(contract.replace(text, replacement)))
                .withMessage(message);
    }
}
