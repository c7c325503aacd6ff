package fr.jalon.http.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import fr.jalon.access.Credential;
import fr.jalon.access.Scope;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes bearer tokens that configured issuers signed for this server
 * (<a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>).
 *
 * <p>A token whose claim {@code scope} names {@code jalon:read}, {@code jalon:report} or {@code jalon:administer} is for these;
 * another one is to read and to report. What its owner may not, it may not either.
 */
public final class JwtIssuers {

    private static final String SCOPE_PREFIX = "jalon:";
    private static final Set<Scope> USUAL = Set.of(Scope.READ, Scope.REPORT);
    private static final String ACCESS_TOKEN = "at+jwt";

    private final Map<String, ProviderDocument> issuers;
    private final String audience;

    /**
     * Takes none where there is no issuer.
     *
     * @param audience that a token has to name: this server
     */
    public JwtIssuers(List<URI> issuers, String audience) {
        this.issuers = issuers.stream().collect(Collectors.toMap(URI::toString, ProviderDocument::new));
        this.audience = audience;
    }

    /** For whom a token vouches; fails with an {@link IdentityException} where it is not good for this server. */
    public Credential.Subject subject(String token) throws IdentityException {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            ProviderDocument issuer =
                    issuers.get(String.valueOf(signed.getJWTClaimsSet().getIssuer()));
            if (issuer == null) {
                throw IdentityException.refused("Its issuer is none of this server's");
            }
            JWTClaimsSet claims = issuer.get()
                    .processor(audience, Set.of("sub", "exp"), ACCESS_TOKEN)
                    .process(signed, null);
            return new Credential.Subject(
                    claims.getIssuer(), claims.getSubject(), scopes(claims.getStringClaim("scope")));
        } catch (KeySourceException e) {
            throw IdentityException.away("The keys of the issuer cannot be read", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw IdentityException.refused("It is not well-formed, not for this server, or over", e);
        }
    }

    private static Set<Scope> scopes(@Nullable String claim) {
        Map<String, Scope> named = Arrays.stream(Scope.values())
                .collect(Collectors.toMap(
                        scope -> SCOPE_PREFIX + scope.name().toLowerCase(Locale.ROOT), Function.identity()));
        Set<Scope> found = EnumSet.noneOf(Scope.class);
        for (String word : claim == null ? new String[0] : claim.split(" ", -1)) {
            Scope scope = named.get(word);
            if (scope != null) {
                found.add(scope);
            }
        }
        return found.isEmpty() ? USUAL : found;
    }
}
