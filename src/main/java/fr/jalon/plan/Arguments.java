package fr.jalon.plan;

import graphql.normalized.ExecutableNormalizedField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The coerced arguments of a field.
 *
 * @param given with a {@link GivenText} for each text that a variable gives
 */
public record Arguments(Map<String, Object> given) {

    /** The arguments of that field. */
    public static Arguments of(ExecutableNormalizedField field) {
        return new Arguments(field.getResolvedArguments());
    }

    /** The value of an argument, or null; what is planned by it serves no other value. */
    @Nullable
    Object get(String name) {
        return GivenText.known(given.get(name));
    }

    /** The value of an argument that has one. */
    public Object required(String name) {
        return Objects.requireNonNull(get(name));
    }

    /** The names that an argument lists, sorted and each once; none where it is not given. */
    List<String> names(String name) {
        Object names = get(name);
        return names == null
                ? List.of()
                : ((List<?>) names)
                        .stream().map(String::valueOf).sorted().distinct().toList();
    }

    /** All values; what is planned by them serves no others. */
    public Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>();
        given.keySet().forEach(name -> known.put(name, get(name)));
        return known;
    }
}
