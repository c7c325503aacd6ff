package fr.jalon.summary;

import fr.jalon.execution.ErrorCode;
import java.util.List;

/** Says to readers why there is no summary. */
final class Excuse {

    private static final int SHOWN_CHARACTERS = 60;
    private static final List<Block> WRITINGS = List.of(
            new Block.Paragraph("Une période s'écrit par exemple « S1 2022 », « T4 2021 », « mai 2022 », « 2022 »,"
                    + " « fin 2022 » ou « en continu », pour les années 1900 à 2999."),
            new Block.Lines(List.of(
                    new Block.Line(null, "Synthèse du S1 2022", "?period=S1%202022"),
                    new Block.Line(null, "Synthèse du S2 2022", "?period=S2%202022"))));

    private Excuse() {}

    static Text of(ErrorCode code, String period) {
        return switch (code) {
            case BAD_REQUEST ->
                text(
                        period.isBlank()
                                ? "aucune période n'est donnée"
                                : "« %s » n'est pas une période".formatted(shortened(period)),
                        WRITINGS);
            case TIMEOUT -> text("le graphe met trop de temps à répondre", "Réessayez dans un instant.");
            case TOO_COSTLY ->
                text(
                        "elle dépasse les limites de ce serveur",
                        "L'administrateur du serveur peut les relever (voir --max-root-fields).");
            case UNAVAILABLE -> text("le serveur ne peut pas répondre pour le moment", "Réessayez dans un instant.");
            case INTERNAL -> text("le serveur a échoué", "Le journal du serveur en donne la raison.");
        };
    }

    private static Text text(String reason, String advice) {
        return text(reason, List.of(new Block.Paragraph(advice)));
    }

    private static Text text(String reason, List<Block> blocks) {
        return new Text("Pas de synthèse : " + reason, blocks, List.of());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
