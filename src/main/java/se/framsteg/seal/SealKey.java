package se.framsteg.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret without which nobody can make a seal: HMAC with SHA-256 (RFC 2104). */
final class SealKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int NAME_BYTES = 8;

    private final SecretKeySpec secret;
    private final String name;

    SealKey(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        var whole = mac().doFinal("the name of a key to the journal".getBytes(StandardCharsets.UTF_8));
        this.name = HexFormat.of().formatHex(whole, 0, NAME_BYTES);
    }

    /** Tells one key from another, and nothing about it. */
    String name() {
        return name;
    }

    Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
