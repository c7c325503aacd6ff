package fr.jalon.seed.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.record.RecordKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedSchemaTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(SeedSchema.of(SeedCases.CONTRACT));

    @Test
    void the_schema_beside_the_seed_is_the_one_that_follows_from_the_contract() throws IOException {
        String committed = Files.readString(Path.of(SeedFolder.NAME, SeedFolder.SCHEMA));

        assertThat(committed).isEqualTo(SeedSchema.of(SeedCases.CONTRACT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void editors_accept_what_can_be_loaded(SeedFile file) throws IOException {
        assertThat(problems(file)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "unknown-keys",
                "values",
                "missing-fields",
                "places",
                "sections",
                "identity",
                "references",
                "periods"
            })
    void editors_refuse_what_has_the_wrong_shape(String name) throws IOException {
        for (SeedFile file : SeedCases.files("bad/" + name)) {
            assertThat(problems(file)).isNotEmpty();
        }
    }

    @Test
    void an_editor_can_explain_every_key() {
        SCHEMA.getSchemaNode()
                .get("$defs")
                .properties()
                .forEach(type -> type.getValue().path("properties").properties().stream()
                        .filter(key -> !key.getKey().equals(RecordKeys.AT))
                        .forEach(key -> assertThat(
                                        key.getValue().path("description").asText())
                                .as(type.getKey() + "." + key.getKey())
                                .isNotEmpty()));
    }

    static List<SeedFile> goodFiles() {
        return Stream.of(
                        Path.of(SeedFolder.NAME),
                        SeedCases.path("base"),
                        SeedCases.path("good"),
                        SeedCases.path("export"))
                .flatMap(folder -> SeedFolder.files(folder).stream())
                .toList();
    }

    private static Set<ValidationMessage> problems(SeedFile file) throws IOException {
        return SCHEMA.validate(YAML.readTree(file.text()));
    }
}
