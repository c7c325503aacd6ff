package fr.jalon.http;

import fr.jalon.access.Authentication;
import fr.jalon.access.Caller;
import fr.jalon.access.Caller.Fault;
import fr.jalon.access.Channel;
import fr.jalon.access.Credential;
import fr.jalon.access.Scope;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.http.identity.IdentityException;
import fr.jalon.http.identity.JwtIssuers;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, before any route: by {@code Authorization: Bearer}
 * (<a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>) or by the cookie of a session. A bearer token that is not good
 * is refused whatever it is for; a session that is over is as good as none for whoever only reads.
 */
final class Authenticator {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/=-]+)");
    private static final Pattern WITHOUT_CALLER =
            Pattern.compile("/health/(?:live|ready)|/assets/[^/]+|/connexion(?:/retour)?|/deconnexion");
    private static final String CALLER = "caller";
    private static final String SIGN_IN = "Only who is known may read here: sign in, or send a bearer token";
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Authentication authentication;
    private final JwtIssuers issuers;
    private final SessionCookie cookie;
    private final boolean closed;
    private final boolean signsIn;

    Authenticator(Authentication authentication, AccessSettings settings, SessionCookie cookie) {
        this.authentication = authentication;
        this.issuers = new JwtIssuers(settings.issuers(), settings.audience());
        this.cookie = cookie;
        this.closed = settings.closed();
        this.signsIn = settings.provider().isPresent();
    }

    /** A request as its caller asks it. */
    static GraphQlRequest asked(GraphQlRequest request, Context context) {
        Caller caller = context.attribute(CALLER);
        return caller == null ? request : request.by(caller);
    }

    /** Notes who asks; throws {@link HttpFailure} 401 or 403 for whoever may not even read. */
    void identify(Context context) {
        if (WITHOUT_CALLER.matcher(context.path()).matches()
                || context.method().name().equals("OPTIONS")) {
            return;
        }
        Channel channel = context.path().equals("/graphql") ? Channel.GRAPHQL : Channel.PAGE;
        Optional<Credential> bearer = bearer(HeaderList.joined(context, "Authorization"));
        Caller caller = caller(bearer, channel, context);
        if (bearer.isPresent() && caller instanceof Caller.Refused refused) {
            throw refused(refused.fault());
        }
        context.attribute(CALLER, caller);
        if (closed) {
            requireReader(caller, context);
        }
    }

    private Caller caller(Optional<Credential> bearer, Channel channel, Context context) {
        Optional<Credential> given = bearer.or(() -> cookie.session(context).map(Credential.Session::of));
        return given.map(credential -> authentication.identify(credential, channel))
                .orElseGet(() -> new Caller.Anonymous(channel));
    }

    private Optional<Credential> bearer(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher found = BEARER.matcher(header.strip());
        if (!found.matches()) {
            throw refused(Fault.MALFORMED);
        }
        String token = found.group(1);
        try {
            return Optional.of(Credential.isToken(token) ? Credential.Token.of(token) : issuers.subject(token));
        } catch (IllegalArgumentException notOurs) {
            throw refused(Fault.MALFORMED);
        } catch (IdentityException e) {
            if (e.isAway()) {
                throw HttpFailure.busy(String.valueOf(e.getMessage()), LATER);
            }
            throw HttpFailure.unauthenticated("The bearer token is not good: " + e.getMessage() + ".", true);
        }
    }

    private void requireReader(Caller caller, Context context) {
        context.header("Cache-Control", "private, no-cache");
        if (caller instanceof Caller.Identified known) {
            if (!known.scopes().contains(Scope.READ)) {
                throw HttpFailure.forbidden("The token is not for reading: it needs the scope READ.");
            }
        } else if (signsIn && isPage(context)) {
            throw new SignInFirst(context.path());
        } else {
            throw HttpFailure.unauthenticated(SIGN_IN, false);
        }
    }

    private static boolean isPage(Context context) {
        HeaderList accepted = HeaderList.of(context, "Accept");
        return List.of("GET", "HEAD").contains(context.method().name())
                && accepted.weightOf("text/html") > accepted.weightOf(AnswerType.JSON.mediaType());
    }

    private static HttpFailure refused(Fault fault) {
        return HttpFailure.unauthenticated(fault.sentence(), true);
    }

    /** Whoever reads pages is led to the sign-in, and comes back to the page. */
    static final class SignInFirst extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String page;

        SignInFirst(String page) {
            super("somebody has to sign in", null, false, false);
            this.page = page;
        }

        String page() {
            return page;
        }
    }
}
