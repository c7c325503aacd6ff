package fr.jalon.http.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself, read when it is first needed and kept
 * (<a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery</a>).
 */
final class ProviderDocument {

    /** Milliseconds until a provider counts as away. */
    static final int PATIENCE = 5_000;

    private static final int MOST_BYTES = 1 << 20;

    /** Those of a public key: who verifies a signature cannot make one. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final URI issuer;
    private volatile @Nullable Found found;

    ProviderDocument(URI issuer) {
        this.issuer = issuer;
    }

    /** The document, and the keys that it names, which are read again as they change. */
    record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {

        JWSVerificationKeySelector<SecurityContext> selector() {
            return new JWSVerificationKeySelector<>(SIGNED, keys);
        }

        /** Checks of a signed token: its key, issuer, audience and time. */
        DefaultJWTProcessor<SecurityContext> processor(String audience, Set<String> required, String... types) {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(selector());
            JOSEObjectType[] allowed = new JOSEObjectType[types.length + 2];
            allowed[0] = JOSEObjectType.JWT;
            for (int i = 0; i < types.length; i++) {
                allowed[i + 2] = new JOSEObjectType(types[i]);
            }
            processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(allowed));
            processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                    audience,
                    new JWTClaimsSet.Builder()
                            .issuer(metadata.getIssuer().getValue())
                            .build(),
                    required));
            return processor;
        }
    }

    /** Fails with an {@link IdentityException} when the provider does not answer. */
    Found get() throws IdentityException {
        Found known = found;
        if (known == null) {
            known = read();
            found = known;
        }
        return known;
    }

    private Found read() throws IdentityException {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer), PATIENCE, PATIENCE);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(PATIENCE, PATIENCE, MOST_BYTES))
                    .retrying(true)
                    .build();
            return new Found(metadata, keys);
        } catch (GeneralException | MalformedURLException e) {
            throw IdentityException.away("The provider of identities says nothing that can be used of itself", e);
        } catch (IOException e) {
            throw IdentityException.away("The provider of identities does not answer", e);
        }
    }
}
