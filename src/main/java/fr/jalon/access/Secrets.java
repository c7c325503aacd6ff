package fr.jalon.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Makes secrets, and says of a written one whether it can be ours.
 *
 * <p>A token is {@code jln_}, 32 random digits of base 62, which are 190 bits, and six digits of their CRC-32, as
 * <a href="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/">GitHub's</a>
 * are: scanners find one that leaked, and one that was mistyped is refused without a look at the graph.
 */
final class Secrets {

    static final String PREFIX = "jln_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_DIGITS = 32;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern TOKEN = Pattern.compile("jln_[0-9A-Za-z]{38}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String token() {
        String random = random(RANDOM_DIGITS);
        return PREFIX + random + checksum(random);
    }

    /** A secret for a session, of 190 bits. */
    static String session() {
        return random(RANDOM_DIGITS);
    }

    /** Digits by which something is told apart from others, and which are no secret. */
    static String id(int digits) {
        return random(digits).toLowerCase(Locale.ROOT);
    }

    /** The same; throws {@link IllegalArgumentException}, which does not repeat it, where it cannot be a token of ours. */
    static String requireToken(String written) {
        if (TOKEN.matcher(written).matches()) {
            int end = PREFIX.length() + RANDOM_DIGITS;
            if (same(written.substring(end), checksum(written.substring(PREFIX.length(), end)))) {
                return written;
            }
        }
        throw new IllegalArgumentException("no token of this program");
    }

    static String hash(String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in a time that does not depend on where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int digit = 0; digit < digits; digit++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder(CHECK_DIGITS);
        for (long rest = crc.getValue(); text.length() < CHECK_DIGITS; rest /= DIGITS.length()) {
            text.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
        }
        return text.toString();
    }
}
