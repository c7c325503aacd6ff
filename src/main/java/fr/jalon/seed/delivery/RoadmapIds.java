package fr.jalon.seed.delivery;

import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of a roadmap's actions and sections, by the codes that are printed; records that are there keep theirs. */
final class RoadmapIds {

    static final String ACTION = "action";
    static final String AXIS = "axis";

    private static final Pattern CODE = Pattern.compile("([A-Za-z]*)[\\s.-]*0*(\\d{1,3})");
    private static final Pattern YEAR = Pattern.compile("-\\d{4}$");
    private static final Pattern YEARED = Pattern.compile("-\\d{4}-");

    private final SeedRecord plan;
    private final SeedDraft draft;
    private final SeedIndex index;
    private final List<SeedRecord> records = new ArrayList<>();
    private final String stem;

    RoadmapIds(SeedRecord plan, SeedDraft draft, SeedIndex index) {
        this.plan = plan;
        this.draft = draft;
        this.index = index;
        draft.records().stream()
                .filter(each -> isOf(each, ACTION) || isOf(each, AXIS))
                .filter(each -> index.others(each.id(), each.type(), "roadmap").contains(plan.id()))
                .forEach(records::add);
        this.stem = stem();
    }

    String roadmap() {
        return plan.id();
    }

    /** Files of the roadmap and of its records. */
    Set<String> files() {
        Set<String> files = new TreeSet<>(Set.of(plan.spot().file()));
        records.forEach(each -> files.add(each.spot().file()));
        return files;
    }

    /** What the seed has of a kind, in the order of its files. */
    List<SeedRecord> known(String kind) {
        return records.stream().filter(each -> isOf(each, kind)).toList();
    }

    Optional<SeedRecord> known(String kind, String code) {
        return known(kind).stream()
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

    /** The id that a code leads to, whether or not there is a record yet. */
    String id(String kind, String code) {
        return known(kind, code)
                .map(SeedRecord::id)
                .orElseGet(() -> kind + "/" + stem + "-" + normal(code).replace('.', '-'));
    }

    /** The record of something else that has this id. */
    Optional<SeedRecord> stranger(String id) {
        return index.find(id).filter(each -> !records.contains(each));
    }

    /** Letters and two digits at least, as in A05; other codes as they are. */
    static Optional<String> actionCode(String text) {
        Matcher parts = CODE.matcher(text);
        return parts.matches()
                ? Optional.of(String.format(Locale.ROOT, "%s%02d", parts.group(1), Integer.valueOf(parts.group(2))))
                : Optional.empty();
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
        String whole = plan.id().substring(plan.id().indexOf('/') + 1);
        String bare = YEAR.matcher(whole).replaceFirst("");
        boolean withYear = records.isEmpty()
                ? index.ids(List.of(plan.type().name())).stream().anyMatch(this::isOlder) || isTaken(bare)
                : end(records.get(0)).startsWith(whole + "-");
        return withYear ? whole : bare;
    }

    /** Whether records of another roadmap of the ministry have ids of this stem without a year. */
    private boolean isTaken(String stem) {
        return draft.records().stream()
                .filter(each -> isOf(each, ACTION) || isOf(each, AXIS))
                .filter(each -> end(each).startsWith(stem + "-"))
                .filter(each -> !YEARED.matcher(end(each).substring(stem.length())).lookingAt())
                .flatMap(each -> index.others(each.id(), each.type(), "roadmap").stream())
                .anyMatch(other -> isOfTheMinistry(other) && !other.equals(plan.id()));
    }

    private boolean isOlder(String other) {
        return isOfTheMinistry(other) && other.compareTo(plan.id()) < 0;
    }

    private boolean isOfTheMinistry(String roadmap) {
        return YEAR.matcher(roadmap)
                .replaceFirst("")
                .equals(YEAR.matcher(plan.id()).replaceFirst(""));
    }

    private static String end(SeedRecord each) {
        return each.id().substring(each.id().indexOf('/') + 1);
    }

    private static boolean isOf(SeedRecord each, String kind) {
        return kind.equals(each.type().idPrefix()) && each.type().key() == null;
    }
}
