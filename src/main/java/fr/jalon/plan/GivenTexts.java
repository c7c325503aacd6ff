package fr.jalon.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts in the coerced variables of an operation, each in its place, so that a plan need not know them.
 *
 * <p>Everything else that variables hold is part of their shape.
 */
public final class GivenTexts {

    private static final Object TEXT = new Object();

    private final List<String> texts = new ArrayList<>();
    private final BitSet known = new BitSet();
    private final Map<String, Object> variables;

    /** The texts of these variables. */
    public GivenTexts(Map<String, Object> coerced) {
        this.variables = entries(coerced);
    }

    /** The variables, with a {@link GivenText} for every text. */
    public Map<String, Object> variables() {
        return variables;
    }

    /** The texts in the order of their places. */
    public List<String> texts() {
        return texts;
    }

    /** The texts in these places. */
    public List<String> texts(BitSet places) {
        return places.stream().mapToObj(texts::get).toList();
    }

    /** The variables without their texts; equal for all that a plan serves unless it knows some of the texts. */
    public Object shape() {
        return Objects.requireNonNull(shape(variables));
    }

    /** The places of the texts that what was planned has to know. */
    public BitSet known() {
        return known;
    }

    /** Lets what was planned know all texts. */
    public void knowAll() {
        known.set(0, texts.size());
    }

    private Map<String, Object> entries(Map<?, ?> given) {
        Map<String, Object> entries = new LinkedHashMap<>();
        given.forEach((name, value) -> entries.put((String) name, place(value)));
        return entries;
    }

    private Object place(Object value) {
        if (value instanceof String text) {
            texts.add(text);
            return new GivenText(texts.size() - 1, text, false, known);
        } else if (value instanceof Map<?, ?> entries) {
            return entries(entries);
        } else if (value instanceof List<?> values) {
            List<Object> placed = new ArrayList<>();
            values.forEach(each -> placed.add(place(each)));
            return placed;
        }
        return value;
    }

    private static @Nullable Object shape(@Nullable Object value) {
        if (value instanceof GivenText) {
            return TEXT;
        } else if (value instanceof Map<?, ?> entries) {
            Map<Object, @Nullable Object> shapes = new LinkedHashMap<>();
            entries.forEach((name, each) -> shapes.put(name, shape(each)));
            return shapes;
        } else if (value instanceof List<?> values) {
            List<@Nullable Object> shapes = new ArrayList<>();
            values.forEach(each -> shapes.add(shape(each)));
            return shapes;
        }
        return value;
    }
}
