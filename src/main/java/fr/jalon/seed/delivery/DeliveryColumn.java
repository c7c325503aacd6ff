package fr.jalon.seed.delivery;

import fr.jalon.schema.Folding;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.sheet.Table;
import fr.jalon.text.Nearest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns in which a ministry delivers the actions of its roadmap. */
enum DeliveryColumn {
    CODE("code", 8, "Code de l'action tel qu'il est imprimé, chacun une seule fois.", "A05"),
    TITLE("titre", 60, "Titre de l'action tel qu'il est publié.", "Développer l'échange des données par API"),
    DESCRIPTION("description", 30, "Une phrase d'explication, si le titre ne suffit pas.", "Trois API d'ici à 2023."),
    AXIS(
            "axe",
            30,
            "Numéro et titre de la section, après celle qui la contient s'il y en a une ; les numéros suffisent ensuite.",
            "2 Ouvrir > 2.1 Mieux connaître les données"),
    LEADS(
            "porteurs",
            24,
            "Qui répond de l'action : sigles ou identifiants, séparés par des points-virgules.",
            "DINUM ; DILA"),
    CONTRIBUTORS(
            "contributeurs", 24, "Qui y participe : sigles ou identifiants, séparés par des points-virgules.", "CNIL"),
    DUE(
            "échéance",
            14,
            "Période imprimée : S1 2022, T3 2021, mai 2022, fin 2022, 30/06/2022 ou en continu.",
            "S1 2022"),
    ANNEX("échéance en annexe", 14, "Période imprimée dans l'annexe, si elle en imprime une.", "S2 2022"),
    THEMES(
            "thèmes",
            28,
            "Un à quatre thèmes : libellés ou codes, séparés par des points-virgules.",
            "API ; Ouverture des données"),
    CONCERNS(
            "ressources",
            28,
            "Jeux de données, API, dépôts, services que l'action nomme : sigles, noms ou identifiants, séparés par des"
                    + " points-virgules.",
            "BODACC ; service/api-gouv-fr"),
    OBJECTIVES(
            "objectifs",
            40,
            "Objectif de la note-cadre et la raison pour laquelle l'action le sert ; un par ligne de la cellule.",
            "o2 : Publie davantage de codes sources."),
    INDICATORS(
            "indicateurs",
            40,
            "Libellé | départ | cible | unité | échéance ; seul le libellé est obligatoire ; pour cible un nombre, une"
                    + " échelle (à faire / en cours / fait ; oui / non) ou « à définir » ; un par ligne de la cellule.",
            "Démarches intégrant le DLNUF | 58 | 80 | % | fin 2022"),
    REFERENCES(
            "renvois",
            30,
            "Action citée : son code, ou son identifiant dans une autre feuille de route ; → le code de celle qui est"
                    + " voulue, si l'imprimé se trompe ; puis s'il y a lieu : le texte ; un par ligne de la cellule.",
            "A04 → A05 : (voir action A04)"),
    PAGES("pages", 14, "Pages du document publié qui énoncent l'action ; ou une colonne « lignes ».", "12 ; 14-15"),
    LINES("lignes", 14, "Lignes du texte qui énoncent l'action, à la place des pages.", "124 ; 209-213");

    private final String heading;
    private final int width;
    private final String explanation;
    private final String example;

    DeliveryColumn(String heading, int width, String explanation, String example) {
        this.heading = heading;
        this.width = width;
        this.explanation = explanation;
        this.example = example;
    }

    String heading() {
        return heading;
    }

    int width() {
        return width;
    }

    String explanation() {
        return explanation;
    }

    String example() {
        return example;
    }

    /** The column of a heading, whatever its case and accents. */
    static Optional<DeliveryColumn> of(String text) {
        return Arrays.stream(values())
                .filter(each -> Folding.fold(each.heading).equals(Folding.fold(text)))
                .findFirst();
    }

    static List<String> headings() {
        return Arrays.stream(values()).map(DeliveryColumn::heading).toList();
    }

    /** The headings of a delivered table, by which its columns are recognised, and the rows below them. */
    static final class Headings {

        private final String file;
        private final Table table;
        private final Problems problems;
        private final Map<DeliveryColumn, Integer> columns = new EnumMap<>(DeliveryColumn.class);

        Headings(String file, Table table, Problems problems) {
            this.file = file;
            this.table = table;
            this.problems = problems;
            for (String area : table.merged()) {
                int row = Integer.parseInt(area.substring(0, area.indexOf(':')).replaceAll("[A-Z]+", ""));
                problems.add(new Location(file, row), "the merged cells " + area, "a value of its own in each row");
            }
            if (!table.rows().isEmpty()) {
                readHeadings(table.rows().get(0));
            }
            if (table.rows().size() < 2) {
                problems.add(
                        new Location(file, 1), "a table without rows", "the headings, and below a row for each action");
            }
        }

        boolean has(DeliveryColumn column) {
            return columns.containsKey(column);
        }

        List<DeliveryColumn> columns() {
            return List.copyOf(columns.keySet());
        }

        List<DeliveryRow> rows() {
            List<Table.Row> rows = table.rows().stream().skip(1).toList();
            rows.forEach(this::requireHeadings);
            return rows.stream()
                    .map(row -> new DeliveryRow(file, table, row, columns, problems))
                    .toList();
        }

        /** A text with an unquoted separator moves all cells behind it. */
        private void requireHeadings(Table.Row row) {
            int headings = table.rows().get(0).cells().size();
            for (int i = headings; i < row.cells().size(); i++) {
                if (!row.cell(i).isEmpty()) {
                    problems.add(
                            new Location(file, row.number()),
                            "%s (%s%s), right of all headings"
                                    .formatted(Problems.quoted(row.cell(i).text()), Table.letters(i), row.number()),
                            "a heading above it; or quotes around a text to the left that holds a semicolon or comma");
                }
            }
        }

        private void readHeadings(Table.Row row) {
            Location location = new Location(file, row.number());
            for (int i = 0; i < row.cells().size(); i++) {
                String heading = row.cell(i).text();
                if (!heading.isEmpty()) {
                    readHeading(location, heading, i);
                }
            }
            for (DeliveryColumn each : List.of(DeliveryColumn.CODE, DeliveryColumn.TITLE)) {
                if (!has(each)) {
                    problems.add(location, "no column \"%s\"".formatted(each.heading()), "one with that heading");
                }
            }
            if (has(DeliveryColumn.PAGES) == has(DeliveryColumn.LINES)) {
                String found = has(DeliveryColumn.PAGES) ? "both" : "neither";
                problems.add(location, found + " of the columns \"pages\" and \"lignes\"", "one of them");
            }
        }

        private void readHeading(Location location, String heading, int index) {
            String found = "the heading %s in column %s".formatted(Problems.quoted(heading), Table.letters(index));
            DeliveryColumn.of(heading)
                    .ifPresentOrElse(
                            column -> {
                                if (columns.putIfAbsent(column, index) != null) {
                                    problems.add(location, found + " a second time", "each heading once");
                                }
                            },
                            () -> problems.add(
                                    location,
                                    found,
                                    "one of " + String.join(", ", DeliveryColumn.headings())
                                            + Nearest.question(heading, DeliveryColumn.headings())));
        }
    }
}
