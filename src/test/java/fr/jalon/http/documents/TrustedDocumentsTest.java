package fr.jalon.http.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.http.documents.TrustedDocuments.TrustException;
import fr.jalon.http.documents.TrustedDocuments.TrustedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedDocumentsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void documents_are_read_as_they_are_in_the_order_of_their_names() throws IOException {
        Files.writeString(folder.resolve("b.graphql"), "# Titre: B\n{ b }\n");
        Files.writeString(folder.resolve("a.graphql"), "query A($n: Int) { a(n: $n) }");
        Files.writeString(folder.resolve("a.variables.json"), "{ \"n\": 3 }");
        Files.writeString(folder.resolve("readme.md"), "not a document");

        assertThat(TrustedDocuments.in(folder).all())
                .containsExactly(
                        new TrustedDocument("a", "query A($n: Int) { a(n: $n) }", Map.of("n", 3)),
                        new TrustedDocument("b", "# Titre: B\n{ b }\n", Map.of()));
    }

    @Test
    void a_folder_without_documents_is_refused() {
        refused(folder, folder + " holds no *.graphql file");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        Path nowhere = folder.resolve("nowhere");
        refused(nowhere, nowhere + " is not a folder that can be read");
    }

    @Test
    void a_name_that_could_not_be_asked_for_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("échéances.graphql"), "{ a }");
        refused(folder, file + ": expected a name of letters without accents, digits, and any of -._~");
    }

    @Test
    void a_document_in_another_encoding_is_refused() throws IOException {
        Path file = Files.write(folder.resolve("a.graphql"), new byte[] {'#', (byte) 0xe9});
        refused(folder, file + ": expected text in UTF-8");
    }

    private static void refused(Path folder, String message) {
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> TrustedDocuments.in(folder))
                .withMessage(message);
    }
}
