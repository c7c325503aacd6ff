package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Column;
import fr.jalon.summary.Block.Piece;
import fr.jalon.summary.Block.Plain;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What falls due: by ministry with every detail, by theme as references to it. */
final class Deadlines {

    private static final List<Column> BY_MINISTRY = List.of(
            new Column("Action", 9),
            new Column("Intitulé", 38),
            new Column("Porteurs", 12),
            new Column("Échéance", 9),
            new Column("Source", 32));
    private static final List<Column> BY_THEME =
            List.of(new Column("Thème", 20), new Column("Nombre", 8), new Column("Actions et sources", 72));

    private static final Comparator<Answer.Action> SOONEST = soonest();

    private Deadlines() {}

    static List<Summary.Ministry> byMinistry(Answer answer) {
        Map<Name, List<Summary.Action>> ministries = answer.actions().nodes().stream()
                .sorted(SOONEST)
                .collect(Collectors.groupingBy(
                        action -> Objects.requireNonNull(action.roadmap().ministry()),
                        LinkedHashMap::new,
                        Collectors.mapping(Deadlines::action, Collectors.toList())));
        return ministries.entrySet().stream()
                .map(each -> new Summary.Ministry(each.getKey(), each.getValue()))
                .toList();
    }

    static List<Summary.Theme> byTheme(Answer answer) {
        Map<Answer.Theme, List<Summary.Action>> themes = new LinkedHashMap<>();
        answer.actions().nodes().stream()
                .sorted(SOONEST)
                .forEach(action -> action.about()
                        .forEach(theme -> themes.computeIfAbsent(theme, none -> new ArrayList<>())
                                .add(action(action))));
        return themes.entrySet().stream()
                .map(each -> new Summary.Theme(each.getKey().id(), each.getKey().label(), each.getValue()))
                .sorted(Comparator.comparing(Summary.Theme::label, Collator.getInstance(Locale.FRENCH)))
                .toList();
    }

    /** Codes of one roadmap have one form, so the shorter is the smaller: A5, A13. */
    private static Comparator<Answer.Action> soonest() {
        return Comparator.comparing((Answer.Action action) -> action.roadmap().acronym())
                .thenComparing(action -> Objects.requireNonNullElse(action.due().end(), ""))
                .thenComparing(action -> action.code().length())
                .thenComparing(Answer.Action::code);
    }

    private static Summary.Action action(Answer.Action action) {
        return new Summary.Action(
                action.id(),
                action.roadmap().reference(action.code()),
                action.title(),
                action.due().label(),
                action.leads(),
                action.citations());
    }

    static int count(Summary summary) {
        return summary.dueByMinistry().stream()
                .mapToInt(ministry -> ministry.actions().size())
                .sum();
    }

    static List<Block> blocks(Summary summary, Sources sources) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Échéances par ministère (%s)".formatted(count(summary))));
        if (summary.dueByMinistry().isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune action transcrite n'a son échéance dans la période."));
            return blocks;
        }
        for (Summary.Ministry each : summary.dueByMinistry()) {
            String name = each.ministry().name();
            blocks.add(new Block.Heading(
                    3, "%s (%s)".formatted(name, each.actions().size())));
            blocks.add(new Block.Table("Actions à échéance, " + name, BY_MINISTRY, rows(each.actions(), sources)));
        }
        blocks.addAll(themes(summary.dueByTheme(), sources));
        return blocks;
    }

    private static List<List<Cell>> rows(List<Summary.Action> actions, Sources sources) {
        return actions.stream()
                .map(action -> List.of(
                        Cell.of(action.reference()),
                        Cell.of(action.title()),
                        Cell.of(Name.all(action.leads())),
                        Cell.of(action.due()),
                        Cell.of(sources.cite(action.citations()))))
                .toList();
    }

    private static List<Block> themes(List<Summary.Theme> themes, Sources sources) {
        List<List<Cell>> rows = themes.stream()
                .map(theme -> List.of(
                        Cell.of(theme.label()),
                        Cell.of(Integer.toString(theme.actions().size())),
                        Cell.of(references(theme.actions(), sources))))
                .toList();
        return List.of(
                new Block.Heading(2, "Échéances par thème (%s)".formatted(rows.size())),
                new Block.Paragraph("Les thèmes sont attribués par Jalon ; une action en a souvent plusieurs."
                        + " Son intitulé figure au tableau de son ministère."),
                new Block.Table("Actions à échéance, par thème", BY_THEME, rows));
    }

    private static List<Piece> references(List<Summary.Action> actions, Sources sources) {
        List<Piece> pieces = new ArrayList<>();
        for (Summary.Action action : actions) {
            pieces.add(new Plain((pieces.isEmpty() ? "" : " ; ") + action.reference() + " ("));
            pieces.addAll(sources.citeBriefly(action.citations()));
            pieces.add(new Plain(")"));
        }
        return pieces;
    }
}
