package fr.jalon.seed.delivery;

import fr.jalon.seed.Seed;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.sheet.Page;
import fr.jalon.seed.sheet.Spreadsheet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spreadsheet in which a ministry delivers its roadmap, empty or with what the seed has of one. */
public final class DeliveryTemplate {

    static final String ACTIONS = "actions";

    private final SeedDraft draft;
    private final SeedIndex index;
    private final KnownNames known;

    /** A template whose pick lists offer what a seed has. */
    public DeliveryTemplate(Seed seed) {
        this.draft = seed.draft();
        this.index = new SeedIndex(draft);
        this.known = KnownNames.of(seed.contract(), draft, index);
    }

    /**
     * What a file of it holds, with the actions of a roadmap if one is named; the ending of the file tells the format.
     *
     * @throws UnknownRoadmapException if the seed has no such roadmap
     */
    public byte[] bytes(Path file, @Nullable String roadmap) {
        return Spreadsheet.bytes(file, pages(roadmap));
    }

    /** What each column holds, a line each, for formats without a sheet that says so. */
    public static List<String> explanations() {
        return Arrays.stream(DeliveryColumn.values())
                .map(each -> "%s : %s Exemple : %s".formatted(each.heading(), each.explanation(), each.example()))
                .toList();
    }

    private List<Page> pages(@Nullable String roadmap) {
        if (roadmap == null) {
            return pages(columns("PAGE"), List.of());
        }
        SeedRecord plan = UnknownRoadmapException.find(index, roadmap);
        RoadmapDocument document = RoadmapDocument.of(plan, index);
        List<SeedRecord> actions = new RoadmapIds(plan, draft, index).known(RoadmapIds.ACTION);
        List<DeliveryColumn> columns = columns(document.unit());
        return pages(columns, new DeliveryTexts(draft, index, known, document.id()).rows(actions, columns));
    }

    private List<Page> pages(List<DeliveryColumn> columns, List<List<String>> rows) {
        return List.of(new Page(ACTIONS, columns.stream().map(this::column).toList(), rows), explanation());
    }

    private static List<DeliveryColumn> columns(String unit) {
        DeliveryColumn other = unit.equals("LINE") ? DeliveryColumn.PAGES : DeliveryColumn.LINES;
        return Arrays.stream(DeliveryColumn.values())
                .filter(each -> each != other)
                .toList();
    }

    private Page.Column column(DeliveryColumn column) {
        List<String> choices = switch (column) {
            case LEADS, CONTRIBUTORS -> known.actors().choices();
            case THEMES -> known.themes().choices();
            case CONCERNS -> known.resources().choices();
            case OBJECTIVES -> known.objectives().choices();
            default -> List.of();
        };
        return new Page.Column(column.heading(), column.width(), choices);
    }

    private static Page explanation() {
        List<Page.Column> columns = List.of(
                new Page.Column("colonne", 14, List.of()),
                new Page.Column("ce qu'elle contient", 90, List.of()),
                new Page.Column("exemple", 50, List.of()));
        return new Page(
                "mode d'emploi",
                columns,
                Arrays.stream(DeliveryColumn.values())
                        .map(each -> List.of(each.heading(), each.explanation(), each.example()))
                        .toList());
    }
}
