package dev.bonafide.method.totp;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Subcommand;
import dev.bonafide.method.totp.Totp.Parameters;
import java.util.List;
import java.util.Locale;

/**
 * An authenticator app for scripts and tests. Not for people's secrets: what is typed behind a
 * command can be read by whoever lists the machine's processes.
 */
public final class TotpSubcommand implements Subcommand {
    @Override
    public String name() {
        return "totp";
    }

    @Override
    public String usage() {
        return "SECRET prints the code of this moment; SECRET is Base32 or an otpauth:// address";
    }

    @Override
    public String run(List<String> arguments, Clock clock) {
        if (arguments.size() != 1) {
            throw new Refused("totp.usage", "totp takes one argument: " + usage());
        }
        Totp totp = url(arguments.getFirst().strip()).totp();
        return totp.code(totp.step(clock.now()));
    }

    private static OtpAuthUrl url(String secret) {
        if (secret.toLowerCase(Locale.ROOT).startsWith("otpauth:")) {
            return OtpAuthUrl.parse(secret);
        }
        try {
            return OtpAuthUrl.of("", "script", Parameters.USUAL, Base32.decode(secret));
        } catch (IllegalArgumentException e) {
            throw new Refused("totp.secret", "no secret: " + e.getMessage());
        }
    }
}
