package fr.jalon.http;

import fr.jalon.execution.AnswerKey;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names an answer, so that a client who holds it need not be sent it again
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>).
 *
 * <p>It is weak, since an answer has the same one compressed or not.
 *
 * @param opaque what stands between the quotes
 */
record EntityTag(String opaque) {

    /** One tag of a list, whatever it is compared by; a comma within the quotes is part of it. */
    private static final Pattern TAG = Pattern.compile("\\G[\\s,]*+(?:W/)?+\"([^\"]*+)\"(?=\\s*+(?:,|$))");

    /** The tag of the answer under that key; empty where the same key may get another answer. */
    static Optional<EntityTag> of(AnswerKey key) {
        return key.isRepeatable() ? Optional.of(new EntityTag(key.digest())) : Optional.empty();
    }

    /** Whether an {@code If-None-Match} lists it; {@code *} names no answer, so that it never does. */
    boolean isListedIn(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && TAG.matcher(ifNoneMatch)
                        .results()
                        .anyMatch(found -> found.group(1).equals(opaque));
    }

    /** The value of the {@code ETag} header. */
    String header() {
        return "W/\"" + opaque + "\"";
    }
}
