package dev.bonafide.method.totp;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.bonafide.kernel.Secrets;
import java.security.InvalidKeyException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** The codes of one secret (RFC 6238): a step is a count of whole periods since the epoch. */
final class Totp {
    private final Parameters parameters;
    private final Key secret;
    private final TimeBasedOneTimePasswordGenerator generator;

    Totp(Parameters parameters, byte[] secret) {
        this.parameters = parameters;
        this.secret = new SecretKeySpec(secret, "RAW");
        this.generator =
                new TimeBasedOneTimePasswordGenerator(
                        Duration.ofSeconds(parameters.period()),
                        parameters.digits(),
                        parameters.algorithm().mac());
    }

    /**
     * How codes follow from a secret.
     *
     * @param digits 6 or 8
     * @param period of one step in seconds, 15 to 120
     */
    record Parameters(Algorithm algorithm, int digits, int period) {
        /** What every app assumes where an address does not say. */
        static final Parameters USUAL = new Parameters(Algorithm.SHA1, 6, 30);

        Parameters {
            if ((digits != 6 && digits != 8) || period < 15 || period > 120) {
                throw new IllegalArgumentException("codes have 6 or 8 digits and live 15 to 120 s");
            }
        }
    }

    /** The hash functions of RFC 6238 section 1.2. SHA-1 is no weakness within HMAC. */
    enum Algorithm {
        SHA1,
        SHA256,
        SHA512;

        String mac() {
            return "Hmac" + name();
        }
    }

    long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), parameters.period());
    }

    /** In ASCII digits whatever the machine's language: java-otp would use that of the machine. */
    String code(long step) {
        Instant begin = Instant.ofEpochSecond(Math.multiplyExact(step, parameters.period()));
        try {
            return generator.generateOneTimePasswordString(secret, begin, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes every key", e);
        }
    }

    /**
     * The step whose code was given, of those at most {@code skew} from now (RFC 6238 section 5.2).
     * Every code of the window is compared, so that the time taken does not tell which was near.
     * Should two steps have the same code, it is the later, so that it can't be used for the other.
     */
    OptionalLong match(String given, Instant now, int skew) {
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - skew; step <= current + skew; step++) {
            found = Secrets.equal(code(step), given) ? OptionalLong.of(step) : found;
        }
        return found;
    }
}
