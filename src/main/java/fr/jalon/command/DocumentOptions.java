package fr.jalon.command;

import fr.jalon.execution.DocumentCheck;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.TrustedDocuments;
import fr.jalon.http.documents.TrustedDocuments.TrustException;
import fr.jalon.http.documents.TrustedDocuments.TrustedDocument;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which GraphQL documents clients may ask without sending them. */
final class DocumentOptions {

    @Option(
            names = "--trusted",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_TRUSTED}",
            description = "Folder of *.graphql documents that clients may ask by file name or SHA-256 (JALON_TRUSTED).")
    private @Nullable Path folder;

    @Option(
            names = "--trusted-only",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:JALON_TRUSTED_ONLY:-false}",
            description = "Answer no other documents than those (JALON_TRUSTED_ONLY; default: false).")
    private boolean only;

    @Option(
            names = "--persisted",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_PERSISTED:-8}",
            converter = BoundedNumber.Amount.class,
            description = "Memory for documents that clients persist by their hash, 0 for none"
                    + " (JALON_PERSISTED; default: 8).")
    private int persisted;

    private @Nullable TrustedDocuments read;

    DocumentSettings settings() {
        if (only && folder == null) {
            throw new UsageException("--trusted-only: expected --trusted and the folder of the documents, too");
        }
        return new DocumentSettings(trusted(), only, (long) persisted << 20);
    }

    /** Mebibytes of the heap. */
    int heap() {
        return persisted;
    }

    void check(DocumentCheck check) {
        for (TrustedDocument document : trusted().all()) {
            List<String> problems = check.problems(document.text(), document.variables());
            if (!problems.isEmpty()) {
                throw new UsageException("--trusted: %s.graphql would be refused by this server: %s"
                        .formatted(document.name(), String.join("; ", problems)));
            }
        }
    }

    private TrustedDocuments trusted() {
        if (read == null) {
            read = folder == null ? TrustedDocuments.none() : read(folder);
        }
        return read;
    }

    private static TrustedDocuments read(Path folder) {
        try {
            return TrustedDocuments.in(folder);
        } catch (TrustException e) {
            throw new UsageException("--trusted: " + e.getMessage());
        }
    }
}
