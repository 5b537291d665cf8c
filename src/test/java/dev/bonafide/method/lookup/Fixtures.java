package dev.bonafide.method.lookup;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.IdentityState.Life;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Hashes;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.HashPool;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ada, with and without a set whose codes are {@code aaaaaaa0} to {@code aaaaaaab}. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:10Z");
    static final IdentityId ADA = IdentityId.of("01936f3e-8c00-7000-8000-000000000001");
    static final Lineage SET = Lineage.of("6a1f2c1e-0000-4000-8000-00000000000c");
    static final Lineage OTHER = Lineage.of("6a1f2c1e-0000-4000-8000-00000000000d");
    static final String SALT = "000102030405060708090a0b0c0d0e0f";
    static final String OTHER_SALT = "0f0e0d0c0b0a09080706050403020100";

    static final List<String> CODES =
            IntStream.range(0, 12).mapToObj(i -> "aaaaaaa" + Integer.toString(i, 36)).toList();

    /** How often something was stretched since {@link #method}. */
    static final AtomicInteger STRETCHED = new AtomicInteger();

    private Fixtures() {}

    /** The method with a stretcher that is quick and counts. */
    static LookupMethod method(boolean reveal) {
        STRETCHED.set(0);
        var ports =
                new LookupMethod.Ports(
                        value -> Optional.of(((Sealed.Fresh) value).text()),
                        new HashPool(2, 8),
                        seeded(36));
        return new LookupMethod(
                new LookupSettings(true, reveal),
                GuardPolicy.SECOND_FACTOR,
                ports,
                (cost, secret, salt) -> {
                    STRETCHED.incrementAndGet();
                    return Hashes.sha256(salt, secret);
                });
    }

    static LookupState held() {
        return LookupState.fresh(SET, set(SALT, false));
    }

    static LookupState revealable() {
        return LookupState.fresh(SET, set(SALT, true));
    }

    static LookupState spent() {
        LookupState codes = held();
        for (int i = 0; i < 12; i++) {
            codes = codes.used(i, NOON);
        }
        return codes;
    }

    static CodeSet set(String salt, boolean copy) {
        List<String> hashes = CODES.stream().map(code -> hash(code, salt)).toList();
        Sealed codes = copy ? new Sealed.Fresh(ADA, String.join(" ", CODES)) : null;
        return new CodeSet(salt, Argon2Cost.USUAL, hashes, codes);
    }

    static String hash(String code, String salt) {
        byte[] secret = code.getBytes(StandardCharsets.UTF_8);
        byte[] stretched = Hashes.sha256(HexFormat.of().parseHex(salt), secret);
        return HexFormat.of().formatHex(Hashes.sha256(stretched));
    }

    static Person ada(@Nullable CredentialState held) {
        Map<MethodId, CredentialState> credentials =
                held == null ? Map.of() : Map.of(LookupMethod.ID, held);
        Profile profile = new Profile("default", new Sealed.Fresh(ADA, "{}"), List.of());
        Life life = new Life(true, NOON, NOON, NOON);
        return new Person(
                new Registered(ADA, profile, life, 0, credentials),
                JsonMapper.shared().createObjectNode(),
                Map.of(),
                null);
    }

    static Entropy seeded(long seed) {
        Random random = new Random(seed);
        return length -> {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        };
    }

    static ObjectNode fields(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }
}
