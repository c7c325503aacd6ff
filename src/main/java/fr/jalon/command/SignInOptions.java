package fr.jalon.command;

import fr.jalon.http.AccessSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who may read, and by what people and programs are known to a server. */
final class SignInOptions {

    private static final String ISSUER = "--oidc-issuer";
    private static final String CLIENT = "--oidc-client";
    private static final String SECRET_FILE = "--oidc-secret-file";
    private static final String SECRET = "JALON_OIDC_SECRET";
    private static final String ADDRESS = "--public-address";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--reading",
            paramLabel = "WHO",
            defaultValue = "${env:JALON_READING:-open}",
            description = "open: everybody reads; closed: only who is known (JALON_READING; default: open).")
    private String reading;

    @Option(
            names = ISSUER,
            paramLabel = "ADDRESS",
            defaultValue = "${env:JALON_OIDC_ISSUER}",
            description =
                    "Provider by which people sign in, by OpenID Connect (JALON_OIDC_ISSUER; default: nobody signs in).")
    private @Nullable String issuer;

    @Option(
            names = CLIENT,
            paramLabel = "ID",
            defaultValue = "${env:JALON_OIDC_CLIENT}",
            description = "As what that provider knows this server (JALON_OIDC_CLIENT).")
    private @Nullable String client;

    @Option(
            names = SECRET_FILE,
            paramLabel = "FILE",
            defaultValue = "${env:JALON_OIDC_SECRET_FILE}",
            description = "File that holds the secret between them (JALON_OIDC_SECRET_FILE; or the secret itself in"
                    + " JALON_OIDC_SECRET).")
    private @Nullable Path secretFile;

    @Option(
            names = ADDRESS,
            paramLabel = "ADDRESS",
            defaultValue = "${env:JALON_PUBLIC_ADDRESS}",
            description =
                    "Under which browsers reach this server, as https://jalon.exemple.gouv.fr/; the provider sends"
                            + " them back to connexion/retour below it (JALON_PUBLIC_ADDRESS; default: where it listens).")
    private @Nullable String address;

    @Option(
            names = "--jwt-issuer",
            paramLabel = "ADDRESS",
            split = ",",
            defaultValue = "${env:JALON_JWT_ISSUER}",
            description =
                    "Issuer whose signed tokens programs may send, beside those of `jalon token`; may be there more"
                            + " than once (JALON_JWT_ISSUER, separated by commas; default: none).")
    private @Nullable List<String> issuers;

    @Option(
            names = "--jwt-audience",
            paramLabel = "NAME",
            defaultValue = "${env:JALON_JWT_AUDIENCE:-jalon}",
            description = "Audience that those tokens have to name (JALON_JWT_AUDIENCE; default: jalon).")
    private String audience;

    /** Fails with {@link CommandException.Usage} where something is missing beside something else. */
    AccessSettings settings() {
        OptionSources sources = new OptionSources(command);
        sources.refuseWithout(CLIENT, ISSUER);
        sources.refuseWithout(SECRET_FILE, ISSUER);
        sources.refuseWithout(ADDRESS, ISSUER);
        sources.refuseWithout("--jwt-audience", "--jwt-issuer");
        if (!reading.equals("open") && !reading.equals("closed")) {
            throw new CommandException.Usage("--reading: found \"%s\", expected open or closed".formatted(reading));
        }
        List<URI> signers = issuers == null
                ? List.of()
                : issuers.stream().map(each -> uri("--jwt-issuer", each)).toList();
        return new AccessSettings(reading.equals("closed"), provider(), signers, audience);
    }

    private Optional<AccessSettings.Provider> provider() {
        if (issuer == null) {
            return Optional.empty();
        } else if (client == null) {
            throw new CommandException.Usage(
                    "%s: expected %s and the id of this server there, too".formatted(ISSUER, CLIENT));
        }
        return Optional.of(new AccessSettings.Provider(uri(ISSUER, issuer), client, secret(), address()));
    }

    /** With a slash at its end, so that what lies below is below. */
    private @Nullable URI address() {
        if (address == null) {
            return null;
        }
        URI given = uri(ADDRESS, address);
        return given.toString().endsWith("/") ? given : URI.create(given + "/");
    }

    /** Over plain HTTP nothing that others could read on the way is sent but on this machine. */
    private static URI uri(String option, String text) {
        try {
            URI uri = new URI(text.strip());
            boolean plain = "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
            boolean encrypted = "https".equals(uri.getScheme()) && uri.getHost() != null;
            if ((plain || encrypted) && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // It is told below.
        }
        throw new CommandException.Usage(
                "%s: found \"%s\", expected an address such as https://auth.exemple.gouv.fr".formatted(option, text));
    }

    private String secret() {
        String secret = secretFile == null ? System.getenv(SECRET) : read(secretFile);
        if (secret == null || secret.isBlank()) {
            throw new CommandException.Usage(
                    secretFile == null
                            ? "%s: expected %s, or %s, with the secret of this server there"
                                    .formatted(ISSUER, SECRET_FILE, SECRET)
                            : "%s: %s is empty, expected a file that holds the secret"
                                    .formatted(SECRET_FILE, secretFile));
        }
        return secret.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException.Usage(
                    "%s: %s cannot be read, expected a file that holds the secret".formatted(SECRET_FILE, file));
        }
    }
}
