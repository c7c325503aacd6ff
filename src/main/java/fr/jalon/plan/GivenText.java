package fr.jalon.plan;

import fr.jalon.schema.Folding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text that a variable gives: what is planned for it serves every other text as well, unless the plan had to know it.
 *
 * <p>It is a place only, so that a plan that is kept keeps no text of the request it was made for. Two are equal when they stand in the same place of the variables.
 */
public final class GivenText {

    private final int place;
    private final boolean folded;
    private final GivenTexts all;

    GivenText(int place, boolean folded, GivenTexts all) {
        this.place = place;
        this.folded = folded;
        this.all = all;
    }

    /** The same text, folded as the graph holds it. */
    GivenText folded() {
        return new GivenText(place, true, all);
    }

    /** A value with the texts that stand in it, which the plan knows from then on; a value may be a list or a map of values. */
    static @Nullable Object known(@Nullable Object value) {
        return replaced(value, each -> each instanceof GivenText given ? given.toString() : each);
    }

    /** A value with other texts, in the order of their places, where such a text stands. */
    public static @Nullable Object filled(@Nullable Object value, List<String> texts) {
        return replaced(value, each -> each instanceof GivenText given ? given.in(texts) : each);
    }

    /** Whether such a text stands somewhere in a value. */
    static boolean standsIn(@Nullable Object value) {
        return value instanceof GivenText
                || (value instanceof List<?> values && values.stream().anyMatch(GivenText::standsIn))
                || (value instanceof Map<?, ?> entries
                        && entries.values().stream().anyMatch(GivenText::standsIn));
    }

    /** A value with another one for each that stands in its lists and maps, however deep. */
    static @Nullable Object replaced(@Nullable Object value, UnaryOperator<@Nullable Object> replacement) {
        if (value instanceof List<?> values) {
            return values.stream().map(each -> replaced(each, replacement)).toList();
        } else if (value instanceof Map<?, ?> entries) {
            Map<Object, @Nullable Object> all = new LinkedHashMap<>();
            entries.forEach((name, each) -> all.put(name, replaced(each, replacement)));
            return all;
        }
        return replacement.apply(value);
    }

    private String in(List<String> texts) {
        return stored(texts.get(place));
    }

    private String stored(String other) {
        return folded ? Folding.foldPart(other) : other;
    }

    /** The text, which the plan knows from then on. */
    @Override
    public String toString() {
        return stored(all.known(place));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GivenText given && given.place == place && given.folded == folded;
    }

    @Override
    public int hashCode() {
        return 2 * place + (folded ? 1 : 0);
    }
}
