package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An answer that is kept as a file; {@code -Djalon.rewrite=true} writes the files anew, to be reviewed by hand. */
record ExpectedAnswer(Path file) {

    static final boolean REWRITE = Boolean.getBoolean("jalon.rewrite");

    private static final ObjectWriter JSON = new ObjectMapper().writer(printer());

    /** Holds only to the letter, the order of fields included. */
    void check(GraphQlResponse response) throws IOException {
        String answer = JSON.writeValueAsString(response.body()) + "\n";
        if (REWRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, answer);
        }
        assertThat(answer).isEqualTo(Files.readString(file));
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }
}
