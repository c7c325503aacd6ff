package fr.jalon.http;

import fr.jalon.access.Authentication;
import fr.jalon.access.Callers;
import fr.jalon.access.Credential;
import fr.jalon.access.Identity;
import fr.jalon.http.identity.IdentityException;
import fr.jalon.http.identity.IdentityProvider;
import fr.jalon.http.identity.IdentityProvider.Attempt;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /connexion}, {@code /connexion/retour} and {@code /deconnexion}: people sign in by a provider of identities, and out. */
final class SignInEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(SignInEndpoint.class);

    private static final Duration ATTEMPT = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final int SEE_OTHER = 303;
    private static final String HTML = "text/html;charset=utf-8";
    private static final String BACK = "connexion/retour";

    /** A page of this server, which no address of another can be read as. */
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private static final String SIGN_OUT = """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Se déconnecter – Jalon</title></head>
            <body><main><h1>Se déconnecter</h1><form method="post" action="deconnexion">
            <input type="hidden" name="jeton" value="%s"><button>Se déconnecter</button></form></main></body></html>
            """;

    private final Authentication authentication;
    private final Optional<IdentityProvider> provider;
    private final SessionCookie cookie;
    private final Supplier<URI> address;
    private final AttemptLimit limit = new AttemptLimit();

    /** @param address under which browsers reach this server, which ends with a slash */
    SignInEndpoint(
            Authentication authentication, AccessSettings settings, SessionCookie cookie, Supplier<URI> address) {
        this.authentication = authentication;
        this.provider =
                settings.provider().map(each -> new IdentityProvider(each.issuer(), each.client(), each.secret()));
        this.cookie = cookie;
        this.address = address;
    }

    /** Sends the browser to the provider. */
    void begin(Context context) {
        IdentityProvider identities = provider(context);
        limit.count(context.ip());
        Attempt attempt = Attempt.begin();
        try {
            URI there = identities.address(attempt, address.get().resolve(BACK));
            cookie.keepAttempt(context, Kept.of(attempt, page(context)).text(), ATTEMPT);
            go(context, there.toString());
        } catch (IdentityException e) {
            throw failure(e);
        }
    }

    /** Takes the browser back, as whom the provider says. */
    void end(Context context) {
        IdentityProvider identities = provider(context);
        limit.count(context.ip());
        Map<String, String> answer = QueryString.firstOf(context);
        Kept kept = cookie.attempt(context)
                .flatMap(Kept::read)
                .orElseThrow(
                        () -> HttpFailure.badRequest(
                                "This sign-in was not begun in this browser, or more than ten minutes ago; begin at /connexion"));
        cookie.dropAttempt(context);
        if (!same(answer.getOrDefault("state", ""), kept.attempt().state())) {
            throw HttpFailure.badRequest("This is the end of another sign-in; begin again at /connexion");
        } else if (!answer.containsKey("code")) {
            throw HttpFailure.forbidden("The provider of identities did not let you in; begin again at /connexion");
        }
        try {
            signIn(
                    identities.identity(
                            answer.get("code"), kept.attempt(), address.get().resolve(BACK)),
                    kept,
                    context);
        } catch (IdentityException e) {
            throw failure(e);
        }
    }

    /** Lets whoever is signed in sign out, by a form. */
    void ask(Context context) {
        String secret = session(context);
        String page = SIGN_OUT.formatted(Credential.Session.formToken(secret));
        context.header("Cache-Control", "no-store");
        Reply.send(context, 200, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the session, if it is its own form that asks. */
    void signOut(Context context) {
        String secret = session(context);
        String given = context.formParam("jeton");
        if (!Credential.Session.isFormToken(given == null ? "" : given, secret)) {
            throw HttpFailure.forbidden("This form was not sent from this session; open /deconnexion");
        }
        authentication.signOut(secret);
        cookie.end(context);
        go(context, address.get().toString());
    }

    /** Leads to the sign-in whoever may not read a page without. */
    void lead(Context context, String page) {
        go(
                context,
                address.get()
                        .resolve("connexion?retour=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                        .toString());
    }

    private void signIn(Identity identity, Kept kept, Context context) {
        String secret = authentication
                .signIn(identity)
                .orElseThrow(() -> HttpFailure.forbidden(
                        "You are known to the provider of identities, but there is no account for you here:"
                                + " an administrator makes one"));
        cookie.begin(context, secret, Callers.SESSION);
        go(context, address.get().resolve("." + kept.page()).toString());
    }

    private String session(Context context) {
        return cookie.session(context)
                .orElseThrow(() -> HttpFailure.unauthenticated("Nobody is signed in in this browser", false));
    }

    private IdentityProvider provider(Context context) {
        return provider.orElseThrow(() -> HttpFailure.notFound(context.path()));
    }

    private static String page(Context context) {
        String wanted = QueryString.firstOf(context).getOrDefault("retour", "/");
        return PAGE.matcher(wanted).matches() ? wanted : "/";
    }

    private static void go(Context context, String there) {
        context.header("Cache-Control", "no-store").header("Location", there);
        Reply.write(context, SEE_OTHER, Reply.TEXT, new byte[0], false);
    }

    private static HttpFailure failure(IdentityException e) {
        LOG.warn("A sign-in failed: {}", e.getMessage());
        String message = e.getMessage() + "; begin again at /connexion";
        return e.isAway() ? HttpFailure.busy(message, LATER) : HttpFailure.forbidden(message);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** An attempt and the page that it began from, as a cookie holds them. */
    private record Kept(Attempt attempt, String page) {

        private static final int PARTS = 4;

        static Kept of(Attempt attempt, String page) {
            return new Kept(attempt, page);
        }

        String text() {
            Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
            return String.join(
                    ".",
                    attempt.state(),
                    attempt.nonce(),
                    attempt.verifier(),
                    base64.encodeToString(page.getBytes(StandardCharsets.UTF_8)));
        }

        static Optional<Kept> read(String text) {
            List<String> parts = List.of(text.split("\\.", -1));
            if (parts.size() != PARTS) {
                return Optional.empty();
            }
            try {
                String page = new String(Base64.getUrlDecoder().decode(parts.get(3)), StandardCharsets.UTF_8);
                return PAGE.matcher(page).matches()
                        ? Optional.of(new Kept(new Attempt(parts.get(0), parts.get(1), parts.get(2)), page))
                        : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }
}
