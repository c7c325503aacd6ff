package fr.jalon.seed.delivery;

import fr.jalon.seed.record.DocumentLayout;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A roadmap as the seed has it: its document, its sections and actions, and the ids that printed codes denote; records that
 * are there keep theirs.
 */
final class Roadmap {

    static final String ACTION = "action";
    static final String AXIS = "axis";

    private static final String ROADMAP = "Roadmap";
    private static final Pattern CODE = Pattern.compile("([A-Za-z]*)[\\s.-]*0*(\\d{1,3})");
    private static final Pattern YEAR = Pattern.compile("-\\d{4}$");
    private static final Pattern YEARED = Pattern.compile("-\\d{4}-");

    private final SeedRecord itself;
    private final SeedDraft draft;
    private final SeedIndex index;
    private final String document;
    private final List<SeedRecord> records = new ArrayList<>();
    private final String stem;

    private Roadmap(SeedRecord itself, SeedDraft draft, SeedIndex index) {
        this.itself = itself;
        this.draft = draft;
        this.index = index;
        this.document = index.others(itself.id(), itself.type(), "document").stream()
                .findFirst()
                .orElse("document/" + end(itself.id()));
        draft.records().stream()
                .filter(each -> isOf(each, ACTION) || isOf(each, AXIS))
                .filter(each -> roadmaps(each).contains(itself.id()))
                .forEach(records::add);
        this.stem = stem();
    }

    /** The roadmap of an id; throws {@link UnknownRoadmapException} where the seed has none. */
    static Roadmap of(String id, SeedDraft draft, SeedIndex index) {
        return index.find(id)
                .filter(found -> found.type().name().equals(ROADMAP))
                .map(found -> new Roadmap(found, draft, index))
                .orElseThrow(() -> new UnknownRoadmapException(id, index.ids(List.of(ROADMAP))));
    }

    /** The record of the roadmap itself. */
    SeedRecord itself() {
        return itself;
    }

    String id() {
        return itself.id();
    }

    /** Id of the document from which it is transcribed, whether or not there is a record of that yet. */
    String document() {
        return document;
    }

    /** Those of some places that lie in a part of its document; all of them where its headings tell of none there. */
    List<Object> within(List<Object> locators, String part) {
        DocumentLayout layout = index.find(document).map(SeedRecord::layout).orElse(DocumentLayout.NONE);
        List<Object> fitting = locators.stream()
                .filter(each -> layout.part(first(each)).equals(part))
                .toList();
        return fitting.isEmpty() ? locators : fitting;
    }

    private static int first(Object locator) {
        return Integer.parseInt(String.valueOf(locator).replaceFirst("-.*", ""));
    }

    /** What places in its document are counted in, LINE or PAGE; nothing as long as there is no record of it. */
    Optional<String> unit() {
        return index.find(document).map(found -> String.valueOf(found.values().get("unit")));
    }

    /** The record of its document, which a first delivery writes. */
    List<Map<String, Object>> missingDocument(String unit) {
        if (index.find(document).isPresent()) {
            return List.of();
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", document);
        record.put("title", itself.values().getOrDefault("title", document));
        record.put("kind", "ROADMAP");
        if (itself.values().containsKey("published")) {
            record.put("date", itself.values().get("published"));
        }
        if (itself.values().containsKey("url")) {
            record.put("url", itself.values().get("url"));
        }
        record.put("unit", unit);
        return List.of(record);
    }

    /** Files of the roadmap and of its records. */
    Set<String> files() {
        Set<String> files = new TreeSet<>(Set.of(itself.location().file()));
        records.forEach(each -> files.add(each.location().file()));
        return files;
    }

    /** Its records of a kind, in the order of the files. */
    List<SeedRecord> records(String kind) {
        return records.stream().filter(each -> isOf(each, kind)).toList();
    }

    /** Its record of a kind that has a code, in whatever writing. */
    Optional<SeedRecord> find(String kind, String code) {
        return records(kind).stream()
                .filter(each ->
                        normal(code).equals(normal(String.valueOf(each.values().get("code")))))
                .findFirst();
    }

    /** The id of the section that holds another. */
    Optional<String> parent(SeedRecord axis) {
        return index.others(axis.id(), axis.type(), "parent").stream().findFirst();
    }

    /** The same, of a section by its id. */
    Optional<String> parent(String axis) {
        return index.find(axis).flatMap(this::parent);
    }

    /** The id that a code denotes, whether or not there is a record yet. */
    String id(String kind, String code) {
        return find(kind, code)
                .map(SeedRecord::id)
                .orElseGet(() -> kind + "/" + stem + "-" + normal(code).replace('.', '-'));
    }

    /** The record of this id that belongs to something else. */
    Optional<SeedRecord> foreign(String id) {
        return index.find(id).filter(each -> !records.contains(each));
    }

    /** Letters and two digits at least, as in A05; nothing for other codes. */
    static Optional<String> actionCode(String text) {
        Matcher parts = CODE.matcher(text);
        return parts.matches()
                ? Optional.of(String.format(Locale.ROOT, "%s%02d", parts.group(1), Integer.valueOf(parts.group(2))))
                : Optional.empty();
    }

    /** What stands behind the kind in an id. */
    static String end(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    private static String normal(String code) {
        return actionCode(code)
                .map(read -> Character.isLetter(read.charAt(0)) ? read : read.replaceAll("^0+(?=.)", ""))
                .orElse(code)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Without the year, unless the records have it already, or an older roadmap of the ministry, or records of another one,
     * may have the ids without it: a roadmap that comes later changes none of these.
     */
    private String stem() {
        String whole = end(itself.id());
        String bare = YEAR.matcher(whole).replaceFirst("");
        boolean withYear = records.isEmpty()
                ? index.ids(List.of(itself.type().name())).stream().anyMatch(this::isOlder) || isTaken(bare)
                : end(records.get(0).id()).startsWith(whole + "-");
        return withYear ? whole : bare;
    }

    /** Whether records of another roadmap of the ministry have ids of this stem without a year. */
    private boolean isTaken(String stem) {
        return draft.records().stream()
                .filter(each -> isOf(each, ACTION) || isOf(each, AXIS))
                .filter(each -> end(each.id()).startsWith(stem + "-"))
                .filter(each ->
                        !YEARED.matcher(end(each.id()).substring(stem.length())).lookingAt())
                .flatMap(each -> roadmaps(each).stream())
                .anyMatch(other -> isOfTheMinistry(other) && !other.equals(itself.id()));
    }

    private Set<String> roadmaps(SeedRecord each) {
        return index.others(each.id(), each.type(), "roadmap");
    }

    private boolean isOlder(String other) {
        return isOfTheMinistry(other) && other.compareTo(itself.id()) < 0;
    }

    private boolean isOfTheMinistry(String roadmap) {
        return YEAR.matcher(roadmap)
                .replaceFirst("")
                .equals(YEAR.matcher(itself.id()).replaceFirst(""));
    }

    private static boolean isOf(SeedRecord each, String kind) {
        return kind.equals(each.type().idPrefix()) && each.type().key() == null;
    }
}
