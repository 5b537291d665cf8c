package dev.bonafide.method.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Passwords that are tried first (NIST SP 800-63B 3.1.1.2, ASVS 6.2.4): zxcvbn's 30,000 most
 * frequent ones, and what people make of them where the rules ask for more: the same again
 * (passwordpassword), a tail (password2024!), runs along the alphabet or the keyboard. The whole
 * password is judged, never a word within it.
 */
final class CommonPasswords {
    private static final int SHORT = 4;

    /** A listed word with a few digits or signs behind it, or with a tail that is listed too. */
    private static final Pattern TAILED =
            Pattern.compile(
                    "(?<word>.*?[^\\d\\p{Punct}\\s])(?<tail>[\\d\\p{Punct}\\s]+)", Pattern.DOTALL);

    private static final Pattern AT = Pattern.compile("@");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final List<String> KEYBOARD =
            Stream.of(
                            "abcdefghijklmnopqrstuvwxyz",
                            "01234567890",
                            "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
                            "1234567890qwertyuiopasdfghjklzxcvbnm",
                            "qwertzuiopasdfghjklyxcvbnm",
                            "azertyuiopqsdfghjklmwxcvbn",
                            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
                            "qazwsxedcrfvtgbyhnujmikolp",
                            "q1w2e3r4t5y6u7i8o9p0",
                            "1q2w3e4r5t6y7u8i9o0p",
                            "!@#$%^&*()")
                    .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                    .toList();

    private final Set<String> listed;

    private CommonPasswords(Set<String> listed) {
        this.listed = listed;
    }

    /**
     * The list.
     *
     * @param own names of this service, with which people make passwords
     */
    static CommonPasswords shipped(Collection<String> own) {
        Set<String> listed = new HashSet<>(zxcvbn());
        own.stream().flatMap(CommonPasswords::names).forEach(listed::add);
        return new CommonPasswords(listed);
    }

    /** Whether it is common; for somebody of these names as well. */
    boolean contains(String password, Collection<String> theirs) {
        Set<String> expected =
                theirs.stream().flatMap(CommonPasswords::names).collect(Collectors.toSet());
        return common(folded(password), expected);
    }

    private boolean common(String text, Set<String> expected) {
        return known(text, expected) || repeats(text, expected) || tailed(text, expected);
    }

    private boolean known(String text, Set<String> expected) {
        return listed.contains(text) || expected.contains(text) || run(text);
    }

    private static boolean run(String text) {
        return text.length() >= SHORT && KEYBOARD.stream().anyMatch(row -> row.contains(text));
    }

    /** The same over and over, the last time perhaps not in full. */
    private boolean repeats(String text, Set<String> expected) {
        for (int period = 1; period <= text.length() / 2; period++) {
            boolean repeats = text.startsWith(text.substring(period));
            if (repeats && (period <= SHORT || known(text.substring(0, period), expected))) {
                return true;
            }
        }
        return false;
    }

    private boolean tailed(String text, Set<String> expected) {
        Matcher parts = TAILED.matcher(text);
        return parts.matches()
                && parts.group("word").length() >= SHORT
                && known(parts.group("word"), expected)
                && usual(parts.group("tail"));
    }

    private boolean usual(String tail) {
        return tail.length() <= SHORT || known(tail, Set.of()) || repeats(tail, Set.of());
    }

    /**
     * A name, what stands around its at sign, and its words, as far as they are long enough to tell
     * somebody.
     */
    private static Stream<String> names(String name) {
        String folded = folded(name);
        return Stream.of(Stream.of(folded), AT.splitAsStream(folded), WORDS.splitAsStream(folded))
                .flatMap(parts -> parts)
                .filter(part -> part.length() >= SHORT);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> zxcvbn() {
        try {
            return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords can't be read", e);
        }
    }
}
