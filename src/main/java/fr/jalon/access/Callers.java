package fr.jalon.access;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a server who its callers are, and begins and ends the sessions of browsers. */
public final class Callers implements Authentication, AutoCloseable {

    /** How long a session holds. */
    public static final Duration SESSION = Duration.ofHours(12);

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    /** That a token was used is noted at most so often, so that who only reads makes hardly any commits. */
    private static final Duration NOTED = Duration.ofHours(1);

    private static final int MOST_WAITING = 100;

    private final Graph graph;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();
    private final ExecutorService background = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), Callers::thread);

    /** Callers of a server of that graph. */
    public Callers(Graph graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    @Override
    public Caller identify(Credential credential, Channel channel) {
        Instant now = clock.instant();
        Accounts.Look look = graph.read(transaction -> Accounts.look(transaction, credential, channel, now));
        if (look.token() != null && look.caller() instanceof Caller.Identified) {
            noteUse(look.token(), look.lastUsed(), now);
        }
        return look.caller();
    }

    @Override
    public Optional<String> signIn(Identity identity) {
        Instant now = clock.instant();
        String secret = Secrets.session();
        return graph.write(transaction -> {
            transaction.run(new CypherStatement("""
                    MATCH (a:Account {email: $email}) WHERE $email <> '' SET a.id = a.id
                    WITH a WHERE a.login IS NULL
                    SET a.login = $login, a.issuer = $issuer, a.subject = $subject""", parameters(identity)));
            boolean begun = !transaction
                    .run(new CypherStatement(
                            """
                            MATCH (a:Account {login: $login}) WHERE a.disabledAt IS NULL
                            CREATE (s:WebSession {hash: $hash, created: $now, expires: $expires})-[:OF]->(a) RETURN a.id""",
                            Map.of(
                                    "login",
                                    CallerStatements.login(identity.issuer(), identity.subject()),
                                    "hash",
                                    Secrets.hash(secret),
                                    "now",
                                    Tokens.time(now),
                                    "expires",
                                    Tokens.time(now.plus(SESSION)))))
                    .isEmpty();
            transaction.run(new CypherStatement(
                    "MATCH (s:WebSession) WHERE s.expires < $past DETACH DELETE s",
                    Map.of("past", Tokens.time(now.minus(SESSION)))));
            return begun ? Optional.of(secret) : Optional.empty();
        });
    }

    @Override
    public void signOut(String secret) {
        Instant now = clock.instant();
        graph.write(transaction -> transaction.run(new CypherStatement(
                "MATCH (s:WebSession {hash: $hash}) SET s.ended = coalesce(s.ended, $now)",
                Map.of("hash", Secrets.hash(secret), "now", Tokens.time(now)))));
    }

    @Override
    public void close() {
        background.shutdown();
    }

    private static Map<String, Object> parameters(Identity identity) {
        String email = identity.email() == null ? "" : identity.email().toLowerCase(Locale.ROOT);
        return Map.of(
                "email",
                email,
                "login",
                CallerStatements.login(identity.issuer(), identity.subject()),
                "issuer",
                identity.issuer(),
                "subject",
                identity.subject());
    }

    /** In the background, lest a reader waits for a writer; one that is not noted is noted the next time. */
    private void noteUse(String token, @Nullable Instant before, Instant now) {
        Instant since = now.minus(NOTED);
        if (before != null && before.isAfter(since)) {
            return;
        }
        Instant last = noted.get(token);
        if (last != null && last.isAfter(since)) {
            return;
        }
        noted.put(token, now);
        try {
            background.execute(() -> note(token, now));
        } catch (RejectedExecutionException busy) {
            noted.remove(token);
        }
    }

    private void note(String token, Instant now) {
        try {
            graph.write(transaction -> {
                Tokens.noteUse(transaction, token, now);
                return now;
            });
        } catch (GraphException failure) {
            noted.remove(token);
            LOG.warn("That {} was used could not be noted: {}", token, failure.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "token use");
        thread.setDaemon(true);
        return thread;
    }
}
