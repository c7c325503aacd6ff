package fr.jalon.summary;

import fr.jalon.execution.ErrorCode;
import fr.jalon.pages.Block;
import fr.jalon.pages.Block.Line;
import fr.jalon.pages.Block.Lines;
import fr.jalon.pages.Block.Paragraph;
import java.util.List;

/** There is no summary; its message says why. */
public final class SummaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN_CHARACTERS = 60;

    private final ErrorCode code;
    private final String period;

    SummaryException(ErrorCode code, String period, String message) {
        super(message);
        this.code = code;
        this.period = period;
    }

    /** A failure of a server that cannot take on any more for now. */
    public static SummaryException unavailable(String period, Exception cause) {
        return new SummaryException(ErrorCode.UNAVAILABLE, period, String.valueOf(cause.getMessage()));
    }

    /** What kind of failure it is; {@code BAD_REQUEST} where the period is none. */
    public ErrorCode code() {
        return code;
    }

    /** What stands in place of the summary: why there is none and what to do, in French. */
    public byte[] page(SummaryFormat format) {
        return format.bytes(text());
    }

    private Block.Text text() {
        return switch (code) {
            case BAD_REQUEST ->
                text(
                        period.isBlank()
                                ? "aucune période n'est donnée"
                                : "« %s » n'est pas une période".formatted(shortened()),
                        List.of(
                                new Paragraph("Une période s'écrit par exemple « S1 2022 », « T4 2021 », « mai 2022 »,"
                                        + " « 2022 », « fin 2022 » ou « en continu », pour les années 1900 à 2999."),
                                new Lines(List.of(
                                        new Line(null, "Synthèse du S1 2022", "?period=S1%202022"),
                                        new Line(null, "Synthèse du S2 2022", "?period=S2%202022")))));
            case TIMEOUT -> text("le graphe met trop de temps à répondre", "Réessayez dans un instant.");
            case TOO_COSTLY ->
                text(
                        "elle dépasse les limites de ce serveur",
                        "L'administrateur du serveur peut les relever (voir --max-root-fields).");
            case UNAVAILABLE -> text("le serveur ne peut pas répondre pour le moment", "Réessayez dans un instant.");
            case UNAUTHENTICATED, FORBIDDEN ->
                text("elle est réservée à qui se fait connaître", "Connectez-vous, puis demandez-la de nouveau.");
            case INTERNAL -> text("le serveur a échoué", "Le journal du serveur en donne la raison.");
        };
    }

    private static Block.Text text(String reason, String advice) {
        return text(reason, List.of(new Paragraph(advice)));
    }

    private static Block.Text text(String reason, List<Block> blocks) {
        return new Block.Text("Pas de synthèse : " + reason, blocks);
    }

    private String shortened() {
        return period.length() <= SHOWN_CHARACTERS ? period : period.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
