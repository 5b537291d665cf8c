package dev.bonafide.fuzz;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.bonafide.kernel.Clock;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Puts what a person has into {@code $names} of templates. */
final class Words {
    private static final Pattern NAME = Pattern.compile("\\$([a-z]+)");

    /** One in so many passwords and codes is right: behind those lie slow hashes. */
    static final int RIGHT = 50;

    private static final List<String> PASSWORDS = List.of(Person.PASSWORD, "abc");

    private final Draw draw;
    private final Clock clock;
    private final String mark;
    private int count;

    /** {@code mark} tells addresses of one thread from those of others. */
    Words(Draw draw, Clock clock, String mark) {
        this.draw = draw;
        this.clock = clock;
        this.mark = mark;
    }

    String filled(String template, Person person) {
        return NAME.matcher(template.replace('\'', '"'))
                .replaceAll(name -> Matcher.quoteReplacement(word(name.group(1), person)));
    }

    String fresh() {
        return mark + "-" + count++ + "@example.org";
    }

    String word(String name, Person person) {
        return switch (name) {
            case "fresh" -> fresh();
            case "uuid" -> draw.uuid();
            case "password" -> draw.oneIn(RIGHT) ? draw.of(PASSWORDS) : "";
            case "code" -> draw.oneIn(RIGHT) ? person.any("code", draw) : "";
            case "totp" -> person.has("secret") ? totp(person.any("secret", draw)) : "000000";
            case "action" -> action();
            case "state" -> draw.oneIn(RIGHT) ? "inactive" : "active";
            default -> person.any(name, draw);
        };
    }

    /** Confirming hashes each of a set. */
    private String action() {
        return draw.oneIn(RIGHT)
                ? "confirm"
                : draw.of(List.of("regenerate", "regenerate", "reveal", "disable"));
    }

    /** RFC 6238 with SHA-1, six digits and 30 seconds. */
    String totp(String secret) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "RAW"), clock.now());
        } catch (InvalidKeyException | IllegalArgumentException e) {
            return "123456";
        }
    }
}
