package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
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

    private static final int BYTES = 16;

    /** The tag of the answer to that request, sent in that form, while the engine tells that version. */
    static EntityTag of(String version, String form, GraphQlRequest request) {
        MessageDigest digest = Sha256.digest();
        add(digest, version.getBytes(StandardCharsets.UTF_8));
        add(digest, form.getBytes(StandardCharsets.UTF_8));
        add(digest, request.query().getBytes(StandardCharsets.UTF_8));
        add(digest, Objects.requireNonNullElse(request.operationName(), "").getBytes(StandardCharsets.UTF_8));
        add(digest, Json.write(request.variables()));
        add(digest, Json.write(request.extensions()));
        byte[] shortened = Arrays.copyOf(digest.digest(), BYTES);
        return new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(shortened));
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

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(part);
        digest.update((byte) 0);
    }
}
