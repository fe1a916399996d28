package se.framsteg.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Set;

/**
 * Secrets that the installation makes itself. They are long enough that a plain SHA-256 of them can be stored; what people
 * choose themselves is hashed with a slow function instead.
 */
public final class Secrets {
    /** The fields of forms in which passwords are typed: what stands there is neither kept nor shown again. */
    public static final Set<String> FIELDS = Set.of("password", "current", "repeated");

    /** Digits and letters without those that are mistaken for another (0 O, 1 I L, U V). */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A new secret of so many characters, each worth nearly five bits. */
    public static String create(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append)
                .toString();
    }

    /** A new secret of so many digits. */
    public static String digits(int length) {
        return RANDOM.ints(length, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
