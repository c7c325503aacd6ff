package fr.jalon.command;

import fr.jalon.execution.DocumentCheck;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.TrustedDocuments;
import fr.jalon.http.documents.TrustedDocuments.TrustException;
import fr.jalon.http.documents.TrustedDocuments.TrustedDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which GraphQL documents clients may ask without sending them. */
final class DocumentOptions {

    private static final String PERSISTED = "--persisted";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
            names = PERSISTED,
            paramLabel = "MIB",
            defaultValue = "${env:JALON_PERSISTED:-8}",
            converter = OptionValues.Amount.class,
            description = "Memory for documents that clients persist by their hash, 0 for none"
                    + " (JALON_PERSISTED; default: 8).")
    private int persisted;

    private @Nullable TrustedDocuments read;

    DocumentSettings settings() {
        if (only && folder == null) {
            throw new CommandException.Usage("--trusted-only: expected --trusted and the folder of the documents, too");
        }
        if (only && persisted > 0) {
            new OptionSources(command).refuseBeside(PERSISTED, "--trusted-only", "by which nobody persists documents");
        }
        return new DocumentSettings(trusted(), only, (long) persisted << 20);
    }

    /** Mebibytes of the heap that are given away, by option. */
    Map<String, Integer> heap() {
        return Map.of(PERSISTED, persisted);
    }

    /** Whether there are documents that clients may ask by name. */
    boolean areTrusted() {
        return folder != null;
    }

    /** Fails with {@link CommandException.Usage} if one of them could not be answered, or asked in so many bytes. */
    void check(DocumentCheck check, int bytes) {
        for (TrustedDocument document : trusted().all()) {
            Map<String, Object> request = Map.of("documentId", document.name(), "variables", document.variables());
            ServedExamples.tooLarge(request, bytes).ifPresent(reason -> refuse(document, reason));
            List<String> problems = check.problems(document.text(), document.variables());
            if (!problems.isEmpty()) {
                refuse(document, String.join("; ", problems));
            }
        }
    }

    private static void refuse(TrustedDocument document, String reason) {
        throw new CommandException.Usage(
                "--trusted: %s.graphql would be refused by this server: %s".formatted(document.name(), reason));
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
            throw new CommandException.Usage("--trusted: " + e.getMessage());
        }
    }
}
