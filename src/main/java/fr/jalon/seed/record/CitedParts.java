package fr.jalon.seed.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which part of its document a citation lies in: what headings say, and within the running text the tables. */
public final class CitedParts {

    /** The running text, headings of which no annex, index or table is said. */
    public static final String BODY = "BODY";

    private static final String TABLE = "TABLE";
    private static final String TABLES = "Table";

    private final Map<String, DocumentLayout> layouts = new HashMap<>();
    private final List<SeedCitation> tables;

    /** Of the documents and tables of a draft that is read to its end. */
    public CitedParts(SeedDraft draft) {
        Map<String, SeedRecord> records = new HashMap<>();
        draft.records().forEach(each -> records.putIfAbsent(each.id(), each));
        records.values().stream()
                .filter(each -> each.type().name().equals(RecordKeys.DOCUMENT))
                .forEach(each -> layouts.put(each.id(), each.layout()));
        tables = draft.citations().stream()
                .filter(each -> records.containsKey(each.owner())
                        && records.get(each.owner()).type().name().equals(TABLES))
                .toList();
    }

    /** How the document of a citation is laid out. */
    public DocumentLayout layout(SeedCitation citation) {
        return layouts.getOrDefault(citation.document().id(), DocumentLayout.NONE);
    }

    /** A value of the contract's {@code DocumentPart}; none for a document whose headings are not known. */
    public Optional<String> part(SeedCitation citation) {
        return layout(citation)
                .part(citation.first())
                .map(part -> part.equals(BODY) && tables.stream().anyMatch(table -> table.contains(citation))
                        ? TABLE
                        : part);
    }
}
