package fr.jalon.seed.source;

import fr.jalon.schema.Checksum;
import fr.jalon.seed.record.SeedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Texts of documents, each recognised by the SHA-256 of its bytes, whatever its file is called. */
public final class SourceTexts {

    /** Where nobody has any. */
    public static final SourceTexts NONE = new SourceTexts(new TreeMap<>());

    private static final String SHA256 = "sha256";
    private static final long LARGEST = 16L << 20;

    private final Map<String, SourceText> byChecksum;

    private SourceTexts(Map<String, SourceText> byChecksum) {
        this.byChecksum = byChecksum;
    }

    /** Every file of a folder that can be the text of a document; throws {@link UncheckedIOException} if one cannot be read. */
    public static SourceTexts of(Path folder) {
        Map<String, SourceText> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.size(each) <= LARGEST) {
                    byte[] bytes = Files.readAllBytes(each);
                    texts.put(Checksum.of(bytes), new SourceText(new String(bytes, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTexts(texts);
    }

    /** The text that a document was read from, if it is here. */
    public Optional<SourceText> text(SeedRecord document) {
        return Optional.ofNullable(byChecksum.get(document.text(SHA256)));
    }

    /** Whether a document names a text, here or not. */
    public static boolean hasText(SeedRecord document) {
        return !document.text(SHA256).isEmpty();
    }

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return byChecksum.isEmpty();
    }

    /** Tells these texts from others; empty where there are none. */
    public String checksum() {
        return byChecksum.isEmpty() ? "" : Checksum.of(byChecksum.keySet().toArray(String[]::new));
    }
}
