package fr.jalon.plan;

import java.util.ArrayList;
import java.util.BitSet;
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

    private List<String> texts = new ArrayList<>();
    private final BitSet known = new BitSet();
    private Map<String, Object> variables;

    /** The texts of these variables. */
    @SuppressWarnings("unchecked") // What replaces a map has its keys.
    public GivenTexts(Map<String, Object> coerced) {
        this.variables = (Map<String, Object>) Objects.requireNonNull(GivenText.replaced(coerced, this::placed));
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
        return Objects.requireNonNull(
                GivenText.replaced(variables, value -> value instanceof GivenText ? TEXT : value));
    }

    /** The places of the texts that what was planned so far has to know. */
    public BitSet known() {
        return (BitSet) known.clone();
    }

    /**
     * Lets go of the texts and of all variables, once all is planned that is to be kept: what is planned leads here.
     *
     * @return the texts
     */
    public List<String> release() {
        List<String> released = texts;
        texts = List.of();
        variables = Map.of();
        return released;
    }

    /** The text in that place, which what is planned has to know from then on. */
    String known(int place) {
        if (place >= texts.size()) {
            throw new IllegalStateException("a plan that is kept knows no text it was not made to know");
        }
        known.set(place);
        return texts.get(place);
    }

    /** Lets what was planned know all texts. */
    public void knowAll() {
        known.set(0, texts.size());
    }

    private @Nullable Object placed(@Nullable Object value) {
        if (value instanceof String text) {
            texts.add(text);
            return new GivenText(texts.size() - 1, false, this);
        }
        return value;
    }
}
