package fr.jalon.seed.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which part of its document a citation lies in: what the headings say, and within the running text the tables. */
public final class CitedParts {

    /** Within the running text. */
    public static final String TABLE = "TABLE";

    private static final String TABLES = "Table";
    private static final String UNIT = "unit";
    private static final String LINE = "LINE";

    private final Map<String, SeedRecord> documents = new HashMap<>();
    private final List<SeedCitation> tables;

    /** Of the documents and tables of a draft that is read to its end. */
    public CitedParts(SeedDraft draft) {
        Map<String, SeedRecord> listing = new HashMap<>();
        for (SeedRecord each : draft.records()) {
            if (each.type().name().equals(RecordKeys.DOCUMENT)) {
                documents.putIfAbsent(each.id(), each);
            } else if (each.type().name().equals(TABLES)) {
                listing.putIfAbsent(each.id(), each);
            }
        }
        tables = draft.citations().stream()
                .filter(each -> listing.containsKey(each.owner()))
                .toList();
    }

    /** The part, where the headings of the document name parts, so that what records say of theirs can be told from it. */
    public Optional<String> named(SeedCitation citation) {
        @Nullable SeedRecord document = documents.get(citation.document().id());
        boolean divided =
                document != null && document.layout().sections().stream().anyMatch(section -> section.part() != null);
        return divided ? part(citation) : Optional.empty();
    }

    /** A value of the contract's {@code DocumentPart}; none for a document of which no lines are counted. */
    public Optional<String> part(SeedCitation citation) {
        @Nullable SeedRecord document = documents.get(citation.document().id());
        if (document == null || !document.text(UNIT).equals(LINE)) {
            return Optional.empty();
        }
        String part = document.layout().part(citation.first());
        boolean inTable =
                part.equals(DocumentLayout.BODY) && tables.stream().anyMatch(table -> table.contains(citation));
        return Optional.of(inTable ? TABLE : part);
    }
}
