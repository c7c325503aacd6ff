package fr.jalon.http.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import fr.jalon.access.Identity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider by which people sign in, by the code flow with PKCE, state and nonce
 * (<a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect Core, section 3.1</a>).
 *
 * <p>Nothing is asked of it but {@code openid email}, and nothing is sent that it does not announce, for ProConnect refuses
 * parameters that it does not expect. Its access token, which holds for a minute there, is used once, for the e-mail address,
 * and forgotten.
 */
public final class IdentityProvider {

    private static final Scope WANTED = new Scope("openid", "email");

    private final ProviderDocument document;
    private final ClientID client;
    private final Secret secret;

    /** The provider at that address, to which this server is known as that client. */
    public IdentityProvider(URI issuer, String client, String secret) {
        this.document = new ProviderDocument(issuer);
        this.client = new ClientID(client);
        this.secret = new Secret(secret);
    }

    /**
     * What a browser keeps while its user is with the provider.
     *
     * @param state that comes back with the answer
     * @param nonce that comes back within the signed token
     * @param verifier that proves that who asked and who comes back are one
     */
    public record Attempt(String state, String nonce, String verifier) {

        /** A new one, which nobody can guess. */
        public static Attempt begin() {
            return new Attempt(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
        }
    }

    /** Where to send the browser; fails with an {@link IdentityException} when the provider does not answer. */
    public URI address(Attempt attempt, URI back) throws IdentityException {
        OIDCProviderMetadata metadata = document.get().metadata();
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, WANTED, client, back)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()));
        if (takesChallenge(metadata)) {
            request.codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        }
        return request.build().toURI();
    }

    /** Who came back with that code; fails with an {@link IdentityException} where the provider vouches for nobody. */
    public Identity identity(String code, Attempt attempt, URI back) throws IdentityException {
        ProviderDocument.Found found = document.get();
        OIDCTokenResponse tokens = tokens(found.metadata(), code, attempt, back);
        IDTokenClaimsSet claims = claims(found, tokens.getOIDCTokens().getIDToken(), attempt);
        String subject = claims.getSubject().getValue();
        String email = claims.getStringClaim("email");
        @Nullable Boolean verified = claims.getBooleanClaim("email_verified");
        if (email == null && found.metadata().getUserInfoEndpointURI() != null) {
            JWTClaimsSet said = userInfo(found, tokens.getOIDCTokens().getAccessToken());
            if (!subject.equals(said.getSubject())) {
                throw IdentityException.refused("The provider spoke of two persons at once");
            }
            email = said.getClaim("email") instanceof String text ? text : null;
            verified = said.getClaim("email_verified") instanceof Boolean truth ? truth : null;
        }
        return new Identity(claims.getIssuer().getValue(), subject, Boolean.FALSE.equals(verified) ? null : email);
    }

    private OIDCTokenResponse tokens(OIDCProviderMetadata metadata, String code, Attempt attempt, URI back)
            throws IdentityException {
        CodeVerifier verifier = takesChallenge(metadata) ? new CodeVerifier(attempt.verifier()) : null;
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), back, verifier);
        TokenRequest request =
                new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication(metadata), grant).build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (response.indicatesSuccess()) {
                return (OIDCTokenResponse) response.toSuccessResponse();
            }
        } catch (ParseException e) {
            throw IdentityException.away("The provider of identities gave no answer that can be read", e);
        }
        throw IdentityException.refused("The provider of identities did not take the code; sign in again");
    }

    private IDTokenClaimsSet claims(ProviderDocument.Found found, JWT token, Attempt attempt) throws IdentityException {
        try {
            return new IDTokenValidator(found.metadata().getIssuer(), client, found.selector(), null)
                    .validate(token, new Nonce(attempt.nonce()));
        } catch (BadJOSEException | JOSEException e) {
            throw IdentityException.refused("The provider's token is not one for this sign-in", e);
        }
    }

    /** As JSON, or as a token that the provider signed; one that is not signed by it says nothing. */
    private JWTClaimsSet userInfo(ProviderDocument.Found found, AccessToken access) throws IdentityException {
        try {
            UserInfoResponse response = UserInfoResponse.parse(
                    send(new UserInfoRequest(found.metadata().getUserInfoEndpointURI(), access).toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw IdentityException.refused("The provider of identities does not say who signed in");
            }
            UserInfoSuccessResponse said = response.toSuccessResponse();
            JWT signed = said.getUserInfoJWT();
            return signed == null
                    ? said.getUserInfo().toJWTClaimsSet()
                    : found.processor(client.getValue(), Set.of("sub")).process(signed, (SecurityContext) null);
        } catch (ParseException e) {
            throw IdentityException.away("The provider of identities gave no answer that can be read", e);
        } catch (BadJOSEException | JOSEException e) {
            throw IdentityException.refused("What the provider says of the person is not signed by it", e);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws IdentityException {
        request.setConnectTimeout(ProviderDocument.PATIENCE);
        request.setReadTimeout(ProviderDocument.PATIENCE);
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw IdentityException.away("The provider of identities does not answer", e);
        }
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret);
    }

    private static boolean takesChallenge(OIDCProviderMetadata metadata) {
        List<CodeChallengeMethod> methods = metadata.getCodeChallengeMethods();
        return methods != null && methods.contains(CodeChallengeMethod.S256);
    }
}
