package fr.jalon.execution;

import fr.jalon.execution.Fragment.Piece;
import fr.jalon.plan.ConnectionField.EdgeField.Highlights;
import fr.jalon.plan.ConnectionField.Leaf;
import fr.jalon.plan.HighlightField;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Selected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes where the texts of a found node match, as JSON. */
final class HighlightsCompletion {

    private static final int MOST = 5;

    private final JsonBuffer json;
    private final Highlights asked;
    private int written;

    HighlightsCompletion(JsonBuffer json, Highlights asked) {
        this.json = json;
        this.asked = asked;
    }

    void write(NodeSelection texts, List<?> row) {
        json.open('[');
        int index = texts.uniform() ? 0 : ((Number) row.get(0)).intValue();
        if (index >= 0) {
            int place = texts.uniform() ? 0 : 1;
            for (Selected field : texts.alternatives().get(index).fields()) {
                field(field.resultKey(), row.get(place++));
            }
        }
        json.close(']');
    }

    private void field(String name, @Nullable Object value) {
        for (Object text : value instanceof List<?> list ? list : value == null ? List.of() : List.of(value)) {
            List<Piece> pieces = Fragment.of(String.valueOf(text), asked.terms());
            if (!pieces.isEmpty() && written < MOST) {
                written++;
                json.item();
                highlight(name, pieces);
            }
        }
    }

    private void highlight(String name, List<Piece> pieces) {
        json.open('{');
        for (HighlightField field : asked.fields()) {
            json.name(field.resultKey());
            if (field instanceof HighlightField.Parts parts) {
                parts(parts, pieces);
            } else {
                Leaf leaf = ((HighlightField.Value) field).leaf();
                json.value(leaf.name().equals("field") ? name : leaf.type());
            }
        }
        json.close('}');
    }

    private void parts(HighlightField.Parts parts, List<Piece> pieces) {
        json.open('[');
        for (Piece piece : pieces) {
            json.item();
            json.open('{');
            for (Leaf leaf : parts.fields()) {
                json.name(leaf.resultKey());
                json.value(
                        switch (leaf.name()) {
                            case "text" -> piece.text();
                            case "matches" -> piece.matches();
                            default -> leaf.type();
                        });
            }
            json.close('}');
        }
        json.close(']');
    }
}
