package dev.bonafide.method.password;

import dev.bonafide.guard.GuardPolicy;
import dev.bonafide.method.HashPool;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import java.util.List;

/** The whole method as a file of Kratos' defaults configures it. */
final class PasswordMethodFixture {
    static final Message EMAIL = Messages.traitTitle("E-Mail", "traits.email");

    private PasswordMethodFixture() {}

    static PasswordMethod method(HashPool pool) {
        return new PasswordMethod(
                new PasswordSettings(true, new PasswordSettings.Config(8, true)),
                new HashersSettings(
                        HashersSettings.Algorithm.BCRYPT,
                        new HashersSettings.Argon2("19MB", 2, 1, 16, 32)),
                new PasswordMethod.Surface(
                        GuardPolicy.FIRST_FACTOR, () -> EMAIL, List.of("bonafide")),
                new PasswordMethod.Ports(new Ada.House(), Ada::open, pool, Ada.entropy(1)));
    }
}
