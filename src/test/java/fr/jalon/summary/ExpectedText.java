package fr.jalon.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that is kept as a file; {@code -Djalon.rewrite=true} writes the files anew, to be reviewed by hand. */
record ExpectedText(Path file) {

    static ExpectedText named(String name) {
        return new ExpectedText(Path.of("src/test/resources/summary").resolve(name));
    }

    /** Holds only to the letter. */
    void check(String text) throws IOException {
        if (Boolean.getBoolean("jalon.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
