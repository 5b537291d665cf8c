package dev.bonafide.method.totp;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.identity.CredentialState;
import dev.bonafide.identity.IdentityState.Life;
import dev.bonafide.identity.IdentityState.Profile;
import dev.bonafide.identity.IdentityState.Registered;
import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.totp.Totp.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ada, with and without an app, and a moment in the middle of a step. */
final class Fixtures {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:10Z");
    static final IdentityId ADA = IdentityId.of("01936f3e-8c00-7000-8000-000000000001");
    static final Lineage APP = Lineage.of("6a1f2c1e-0000-4000-8000-00000000000a");
    static final OtpAuthUrl URL = url(Parameters.USUAL);
    static final TotpSettings SETTINGS = new TotpSettings(true, "Acme", 1);

    /** Opens what a test sealed by not sealing it. */
    static final Function<Sealed, Optional<String>> OPENER =
            value -> Optional.of(((Sealed.Fresh) value).text());

    private Fixtures() {}

    static OtpAuthUrl url(Parameters parameters) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        return OtpAuthUrl.of("Acme", "ada@example.org", parameters, secret);
    }

    static TotpMethod method(long seed) {
        return new TotpMethod(SETTINGS, GuardPolicy.SECOND_FACTOR, OPENER, seeded(seed));
    }

    static TotpState app(long lastStep) {
        return new TotpState(APP, new Sealed.Fresh(ADA, URL.text()), lastStep);
    }

    static Person ada(@Nullable CredentialState held) {
        return ada(held, "ada@example.org");
    }

    static Person ada(@Nullable CredentialState held, @Nullable String accountName) {
        Map<MethodId, CredentialState> credentials =
                held == null ? Map.of() : Map.of(TotpMethod.ID, held);
        Profile profile = new Profile("default", new Sealed.Fresh(ADA, "{}"), List.of());
        Life life = new Life(true, NOON, NOON, NOON);
        return new Person(
                new Registered(ADA, profile, life, 0, credentials),
                JsonMapper.shared().createObjectNode(),
                Map.of(),
                accountName);
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

    static ObjectNode code(String code) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("method", "totp")
                .put(TotpCode.FIELD, code);
    }
}
