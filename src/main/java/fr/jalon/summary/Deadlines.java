package fr.jalon.summary;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What falls due: by ministry with every detail, by theme as references to it. */
final class Deadlines {

    private static final List<String> COLUMNS = List.of("Action", "Intitulé", "Porteurs", "Échéance", "Source");

    private static final Comparator<Answer.Action> SOONEST = soonest();

    private Deadlines() {}

    static List<Block> blocks(Answer answer, Sources sources) {
        List<Answer.Action> actions =
                answer.actions().nodes().stream().sorted(SOONEST).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "Échéances par ministère (%d)".formatted(actions.size())));
        if (actions.isEmpty()) {
            blocks.add(new Block.Paragraph("Aucune action transcrite n'a son échéance dans la période."));
            return blocks;
        }
        byMinistry(answer, actions).forEach((ministry, due) -> {
            blocks.add(new Block.Heading(3, "%s (%d)".formatted(ministry, due.size())));
            blocks.add(new Block.Table("Actions à échéance, " + ministry, COLUMNS, rows(due, sources)));
        });
        blocks.addAll(byTheme(actions));
        return blocks;
    }

    private static Map<String, List<Answer.Action>> byMinistry(Answer answer, List<Answer.Action> actions) {
        return actions.stream()
                .collect(Collectors.groupingBy(
                        action -> answer.ministry(action.roadmap().acronym()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Codes of one roadmap have one form, so the shorter is the smaller: A5, A13. */
    private static Comparator<Answer.Action> soonest() {
        return Comparator.comparing((Answer.Action action) -> action.roadmap().acronym())
                .thenComparing(action -> Objects.requireNonNullElse(action.due().end(), ""))
                .thenComparing(action -> action.code().length())
                .thenComparing(Answer.Action::code);
    }

    private static List<List<String>> rows(List<Answer.Action> actions, Sources sources) {
        return actions.stream()
                .map(action -> List.of(
                        action.reference(),
                        action.title(),
                        Names.of(action.leads()),
                        action.due().label(),
                        sources.cite(action.citations())))
                .toList();
    }

    private static List<Block> byTheme(List<Answer.Action> actions) {
        Map<String, List<String>> themes = new TreeMap<>(Collator.getInstance(Locale.FRENCH));
        actions.forEach(action -> action.about()
                .forEach(theme -> themes.computeIfAbsent(theme.label(), label -> new ArrayList<>())
                        .add(action.reference())));
        List<List<String>> rows = themes.entrySet().stream()
                .map(theme -> List.of(
                        theme.getKey(), Integer.toString(theme.getValue().size()), String.join(", ", theme.getValue())))
                .toList();
        return List.of(
                new Block.Heading(2, "Échéances par thème (%d)".formatted(rows.size())),
                new Block.Paragraph(
                        "Les thèmes sont attribués par Jalon ; une action en a souvent plusieurs. L'intitulé"
                                + " et la source de chaque action figurent au tableau de son ministère."),
                new Block.Table("Actions à échéance, par thème", List.of("Thème", "Nombre", "Actions"), rows));
    }
}
