package dev.bonafide.method.totp;

import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Subcommand;
import dev.bonafide.method.totp.Totp.Parameters;
import java.util.List;

/**
 * Prints the code of this moment, so that a script can play a person with an app. For trying out
 * only: what stands on a command line is seen by every process of the machine.
 */
final class PrintCode implements Subcommand {
    @Override
    public String name() {
        return TotpMethod.ID.value();
    }

    @Override
    public String usage() {
        return "SECRET|OTPAUTH-URL  prints the code of this moment; for trying out, since other"
                + " processes see the arguments";
    }

    @Override
    public String run(List<String> arguments, Clock clock) {
        if (arguments.size() != 1) {
            throw new Refused(
                    "totp.arguments",
                    "one argument: the secret in Base32, or its otpauth:// address");
        }
        Totp totp = totp(arguments.getFirst().strip());
        return totp.code(totp.step(clock.now()));
    }

    private static Totp totp(String text) {
        return text.contains(":")
                ? OtpAuthUrl.parse(text).totp()
                : new Totp(Parameters.USUAL, secret(text));
    }

    /** Apps show it in groups of four, and some pad it. */
    private static byte[] secret(String text) {
        try {
            byte[] secret = Base32.decode(text.replaceAll("[ =]", ""));
            if (secret.length > 0) {
                return secret;
            }
            throw new IllegalArgumentException("it is empty");
        } catch (IllegalArgumentException e) {
            throw new Refused("totp.secret", "no secret: " + e.getMessage());
        }
    }
}
