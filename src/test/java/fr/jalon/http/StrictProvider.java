package fr.jalon.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A provider with ProConnect's ways: parameters that it does not expect are refused, the signed token holds a subject alone, and
 * who that is comes as a token it signed, for an access token that holds for a minute.
 */
final class StrictProvider implements AutoCloseable {

    private static final Set<String> EXPECTED =
            Set.of("response_type", "client_id", "redirect_uri", "scope", "state", "nonce");

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreign;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();

    /** Whether what it says of people is signed by a key that is not its own. */
    volatile boolean forged;

    /** Whether its signed token is of another sign-in. */
    volatile boolean otherNonce;

    /** Whom it speaks of. */
    volatile String spokenOf = "subject-1";

    StrictProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        foreign = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"],
                 "token_endpoint_auth_methods_supported": ["client_secret_post"]}""".formatted(issuer())));
        server.createContext("/jwks", exchange -> json(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/userinfo", this::userInfo);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        if (!EXPECTED.containsAll(asked.keySet())) {
            send(exchange, 400, "text/plain", "unexpected parameter");
            return;
        }
        String code = UUID.randomUUID().toString();
        nonces.put(code, asked.get("nonce"));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        send(exchange, 302, "text/plain", "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String nonce = nonces.remove(asked.getOrDefault("code", ""));
        if (nonce == null || !"the client's secret".equals(asked.get("client_secret"))) {
            send(exchange, 400, "application/json", "{\"error\": \"invalid_grant\"}");
            return;
        }
        JWTClaimsSet claims = claims("subject-1")
                .claim("nonce", otherNonce ? "another" : nonce)
                .build();
        json(
                exchange,
                "{\"access_token\": \"a-minute\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
                        .formatted(signed(claims, key)));
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        JWTClaimsSet claims =
                claims(spokenOf).claim("email", "jeanne.martin@exemple.gouv.fr").build();
        send(exchange, 200, "application/jwt", signed(claims, forged ? foreign : key));
    }

    private JWTClaimsSet.Builder claims(String subject) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("jalon-client")
                .subject(subject)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new TreeMap<>();
        Arrays.stream(text.split("&"))
                .map(each -> each.split("=", 2))
                .forEach(each -> found.put(each[0], URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
        return found;
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
