package fr.jalon.seed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.schema.Contract;
import fr.jalon.seed.file.SeedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedChecksumTest {

    private static final SeedFile FILE = new SeedFile("a.yaml", "themes: []\n");

    @Test
    void the_same_files_have_the_same_checksum() {
        assertThat(checksum(FILE)).isEqualTo(checksum(FILE)).hasSize(64);
    }

    @Test
    void another_text_or_path_or_border_between_them_makes_another_checksum() {
        assertThat(List.of(
                        checksum(FILE),
                        checksum(new SeedFile("a.yaml", "themes: []\n# more")),
                        checksum(new SeedFile("b.yaml", "themes: []\n")),
                        checksum(new SeedFile("a.yamlt", "hemes: []\n")),
                        checksum()))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_contract_makes_another_checksum() throws IOException {
        Contract other = Contract.parse(Files.readString(Path.of("schema.graphqls")) + "\n# more\n");

        assertThat(new Seed(other, List.of(FILE)).checksum()).isNotEqualTo(checksum(FILE));
    }

    private static String checksum(SeedFile... files) {
        return new Seed(SeedCases.CONTRACT, List.of(files)).checksum();
    }
}
