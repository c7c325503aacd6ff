package fr.jalon.summary;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contradiction is about; of what its type does not have, nothing.
 *
 * @param code of an action
 * @param title of an action, roadmap, event, section or objective
 * @param roadmap of an action
 * @param name of an actor, resource or person
 * @param usual short form of an actor or resource
 * @param plan acronym of a roadmap
 * @param label of an indicator
 */
record Subject(
        String id,
        @Nullable String code,
        @Nullable String title,
        Answer.@Nullable Plan roadmap,
        @Nullable String name,
        @Nullable String usual,
        @Nullable String plan,
        @Nullable String label) {

    /** Its name; the id of what has none. */
    Name named() {
        if (code != null && roadmap != null) {
            return new Name(id, Objects.requireNonNull(title), roadmap.reference(code));
        } else if (plan != null) {
            return new Name(id, Objects.requireNonNull(title), "Feuille de route " + plan);
        }
        String found = Stream.of(name, title, label)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(id);
        return new Name(id, found, usual);
    }
}
