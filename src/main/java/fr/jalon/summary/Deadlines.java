package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Cell;
import fr.jalon.pages.Block.Column;
import fr.jalon.pages.Block.Piece;
import fr.jalon.pages.Block.Plain;
import fr.jalon.summary.Answer.Action;
import fr.jalon.summary.Answer.Name;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What falls due: by ministry with every detail, by theme as references to it.
 *
 * @param ministries in the order of their roadmaps
 * @param themes in the order of their labels
 */
record Deadlines(List<Ministry> ministries, List<Theme> themes) {

    private static final List<Column> BY_MINISTRY = List.of(
            new Column("Action", 9),
            new Column("Intitulé", 38),
            new Column("Porteurs", 12),
            new Column("Échéance", 9),
            new Column("Source", 32));
    private static final List<Column> BY_THEME =
            List.of(new Column("Thème", 20), new Column("Nombre", 8), new Column("Actions et sources", 72));

    /** The soonest first; codes of one roadmap have one form, so the shorter is the smaller: A5, A13. */
    private static final Comparator<Action> SOONEST = Comparator.comparing(
                    (Action action) -> action.roadmap().acronym())
            .thenComparing(action -> Objects.requireNonNullElse(action.due().end(), ""))
            .thenComparing(action -> action.code().length())
            .thenComparing(Action::code);

    record Ministry(Name ministry, List<Action> actions) {}

    record Theme(Answer.Theme theme, List<Action> actions) {}

    static Deadlines of(Answer answer) {
        Map<String, Ministry> ministries = new LinkedHashMap<>();
        Map<String, Theme> themes = new LinkedHashMap<>();
        answer.actions().nodes().stream().sorted(SOONEST).forEach(action -> {
            Name ministry = Objects.requireNonNull(action.roadmap().ministry());
            ministries
                    .computeIfAbsent(ministry.id(), none -> new Ministry(ministry, new ArrayList<>()))
                    .actions()
                    .add(action);
            action.about()
                    .forEach(theme -> themes.computeIfAbsent(theme.id(), none -> new Theme(theme, new ArrayList<>()))
                            .actions()
                            .add(action));
        });
        return new Deadlines(
                List.copyOf(ministries.values()),
                themes.values().stream()
                        .sorted(Comparator.comparing(each -> each.theme().label(), Collator.getInstance(Locale.FRENCH)))
                        .toList());
    }

    int count() {
        return ministries.stream()
                .mapToInt(ministry -> ministry.actions().size())
                .sum();
    }

    List<Block> blocks(Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Échéances par ministère (%s)".formatted(count())));
        if (ministries.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune action transcrite n'a son échéance dans la période."));
            return blocks;
        }
        for (Ministry each : ministries) {
            String name = each.ministry().name();
            blocks.add(new Block.Heading(
                    3, "%s (%s)".formatted(name, each.actions().size())));
            blocks.add(new Block.Table("Actions à échéance, " + name, BY_MINISTRY, rows(each.actions(), sources)));
        }
        blocks.addAll(byTheme(sources));
        return blocks;
    }

    private static List<List<Cell>> rows(List<Action> actions, Sources sources) {
        return actions.stream()
                .map(action -> List.of(
                        Cell.of(action.reference()),
                        Cell.of(action.title()),
                        Cell.of(Name.all(action.leads())),
                        Cell.of(action.due().label()),
                        Cell.of(sources.cite(action.citations()))))
                .toList();
    }

    private List<Block> byTheme(Sources sources) {
        List<List<Cell>> rows = themes.stream()
                .map(each -> List.of(
                        Cell.of(each.theme().label()),
                        Cell.of(Integer.toString(each.actions().size())),
                        Cell.of(references(each.actions(), sources))))
                .toList();
        return List.of(
                new Block.Heading(2, "Échéances par thème (%s)".formatted(rows.size())),
                new Block.Paragraph("Les thèmes sont attribués par Jalon ; une action en a souvent plusieurs."
                        + " Son intitulé figure au tableau de son ministère."),
                new Block.Table("Actions à échéance, par thème", BY_THEME, rows));
    }

    private static List<Piece> references(List<Action> actions, Sources sources) {
        List<Piece> pieces = new ArrayList<>();
        for (Action action : actions) {
            pieces.add(new Plain((pieces.isEmpty() ? "" : " ; ") + action.reference() + " ("));
            pieces.addAll(sources.citeBriefly(action.citations()));
            pieces.add(new Plain(")"));
        }
        return pieces;
    }
}
