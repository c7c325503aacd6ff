package fr.jalon.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a sign-in: no script reads them, no other site's form brings them, and over HTTPS no other host of the domain
 * can set them (<a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#name-cookie-name-prefixes">RFC
 * 6265bis, cookie name prefixes</a>).
 *
 * @param secure whether browsers reach the server over HTTPS; plain HTTP is for the loopback interface
 */
record SessionCookie(boolean secure) {

    private static final String SESSION = "jalon";
    private static final String ATTEMPT = "jalon-connexion";
    private static final Pattern SECRET = Pattern.compile("[0-9A-Za-z]{32}");

    /** The secret of a session, if the browser sends one that can be. */
    Optional<String> session(Context context) {
        return value(context, SESSION).filter(secret -> SECRET.matcher(secret).matches());
    }

    void begin(Context context, String secret, Duration time) {
        set(context, SESSION, secret, time);
    }

    void end(Context context) {
        set(context, SESSION, "", Duration.ZERO);
    }

    /** What a browser keeps while its user is with the provider. */
    Optional<String> attempt(Context context) {
        return value(context, ATTEMPT);
    }

    void keepAttempt(Context context, String text, Duration time) {
        set(context, ATTEMPT, text, time);
    }

    void dropAttempt(Context context) {
        set(context, ATTEMPT, "", Duration.ZERO);
    }

    private Optional<String> value(Context context, String name) {
        @Nullable String value = context.cookie(name(name));
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private void set(Context context, String name, String value, Duration time) {
        context.res()
                .addHeader(
                        "Set-Cookie",
                        "%s=%s; Path=/; Max-Age=%s; HttpOnly; SameSite=Lax%s"
                                .formatted(name(name), value, time.toSeconds(), secure ? "; Secure" : ""));
    }

    private String name(String name) {
        return secure ? "__Host-" + name : name;
    }
}
