package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the sections that rows name, such as "2 Ouvrir > 2.1 Mieux connaître les données", or by number alone. */
final class AxisReader {

    static final String INSIDE = " > ";

    private static final String NUMBER = "(?:\\d+|[IVXLC]+|[A-Z])";
    private static final Pattern AXIS =
            Pattern.compile("(%s(?:\\.%s)*+)\\.?(?:[\\s:–-]++(.+))?".formatted(NUMBER, NUMBER));
    private static final String EXPECTED = "a number and a title, such as 2.1 Mieux connaître les données";

    private final Roadmap roadmap;
    private final Map<String, Section> sections = new LinkedHashMap<>();

    private record Part(String id, String code, @Nullable String title) {}

    /** A section, as rows state it one after the other. */
    private static final class Section {
        private final DeliveryRow row;
        private final Part part;
        private final List<Object> locators;
        private @Nullable String title;
        private @Nullable String parent;

        private Section(DeliveryRow row, Part part, List<Object> locators) {
            this.row = row;
            this.part = part;
            this.locators = locators;
        }
    }

    AxisReader(Roadmap roadmap) {
        this.roadmap = roadmap;
    }

    /** Takes what a row states; what one above stated stands. */
    void note(DeliveryRow row, List<Object> locators) {
        String holder = null;
        for (Part part : parts(row.cell(DeliveryColumn.AXIS).text())) {
            Section section = sections.computeIfAbsent(part.id(), id -> new Section(row, part, locators));
            section.title = section.title == null ? part.title() : section.title;
            section.parent = section.parent == null ? holder : section.parent;
            holder = part.id();
        }
    }

    /** The id of the innermost section that a row names, once all rows are noted. */
    Optional<String> id(DeliveryRow row) {
        String text = row.text(DeliveryColumn.AXIS, EXPECTED);
        List<Part> parts = parts(text);
        if (!text.isEmpty() && parts.isEmpty()) {
            row.wrong(DeliveryColumn.AXIS, Problems.quoted(text), EXPECTED);
        }
        String holder = null;
        for (Part part : parts) {
            check(row, part, holder);
            holder = part.id();
        }
        return Optional.ofNullable(holder);
    }

    List<RoadmapSheet.Stated> all() {
        return sections.values().stream().map(this::stated).toList();
    }

    private void check(DeliveryRow row, Part part, @Nullable String holder) {
        Section section = sections.get(part.id());
        String shown = Problems.quoted(part.title() == null ? part.code() : part.code() + " " + part.title());
        if (section == null || title(section).isEmpty()) {
            row.wrong(DeliveryColumn.AXIS, shown + ", whose title no row gives", EXPECTED);
        } else if (part.title() != null && !part.title().equals(section.title)) {
            row.wrong(DeliveryColumn.AXIS, shown, "the title of a row above: " + section.title);
        } else if (holder != null && section.parent != null && !holder.equals(section.parent)) {
            row.wrong(
                    DeliveryColumn.AXIS,
                    shown + " inside " + code(holder),
                    "the section of a row above: " + code(section.parent));
        }
    }

    private String code(String id) {
        Section section = sections.get(id);
        return section == null ? id : section.part.code();
    }

    private RoadmapSheet.Stated stated(Section section) {
        Optional<SeedRecord> seeded = roadmap.find(Roadmap.AXIS, section.part.code());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", section.part.id());
        values.put("code", seeded.map(axis -> axis.values().get("code")).orElse(section.part.code()));
        values.put("title", title(section).orElse(""));
        values.put("roadmap", roadmap.id());
        Optional.ofNullable(section.parent)
                .or(() -> seeded.flatMap(roadmap::parent))
                .ifPresent(parent -> values.put("parent", parent));
        values.put("at", section.locators.stream().limit(1).toList());
        return new RoadmapSheet.Stated(section.row, section.part.id(), values);
    }

    /** The title that a row gives, or else the seed. */
    private Optional<String> title(Section section) {
        return Optional.ofNullable(section.title)
                .or(() -> roadmap.find(Roadmap.AXIS, section.part.code())
                        .map(axis -> String.valueOf(axis.values().get("title"))));
    }

    /** From the outermost inwards; none where the text is no section. */
    private List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String each : DeliveryRow.spaced(text).split(INSIDE, -1)) {
            Matcher axis = AXIS.matcher(each.strip());
            if (!axis.matches()) {
                return List.of();
            }
            String title = axis.group(2) == null ? null : axis.group(2).strip();
            parts.add(new Part(roadmap.id(Roadmap.AXIS, axis.group(1)), axis.group(1), title));
        }
        return parts;
    }
}
