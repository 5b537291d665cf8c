package dev.bonafide.method.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PW-08: hashes that other programs made (Python's hashlib and crypt, openssl). */
class ImportedHashTest {
    /** Of every line of the file. */
    private static final String PASSWORD = "Tr0ub4dor & 3-é";

    private static final String ALPHABET = "abyzAZ019./+=$,{}";

    static List<String> vectors() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/passwords/imported.txt"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void matchesTheRightPasswordAndNoOther(String stored) {
        assertThat(ImportedHash.problem(stored)).isNull();
        StoredHash hash = StoredHash.parse(stored).orElseThrow();

        assertThat(hash.matches(Ada.typed(PASSWORD))).isTrue();
        assertThat(hash.matches(Ada.typed(PASSWORD))).as("a second time").isTrue();
        assertThat(hash.matches(Ada.typed(PASSWORD + "x"))).isFalse();
        assertThat(hash.matches(Ada.typed("{PASSWORD}"))).isFalse();
        assertThat(hash.below(Ada.CHEAP)).isTrue();
        assertThat(hash.toString()).doesNotContain("$").doesNotContain("{");
    }

    /** Each character in turn, by one other: refused, or another hash. */
    @ParameterizedTest
    @MethodSource("vectors")
    void isRefusedOrMatchesNoMoreWhateverIsChanged(String stored) {
        Random random = new Random(stored.hashCode());
        for (int i = 0; i < 12; i++) {
            String changed = changed(stored, hash(stored), random);
            if (ImportedHash.problem(changed) == null) {
                assertThat(StoredHash.parse(changed).orElseThrow().matches(Ada.typed(PASSWORD)))
                        .as(changed)
                        .isFalse();
            }
        }
    }

    /** Of public examples of each format. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "test $argon2i$v=19$m=65536,t=3,p=4$kk51rW/vxIVCYn+EG4kTSg$NyT88uraJ6im6dyha/M5jhXvpqlEdlS/9fEm7ScMb8c",
                "test $argon2id$v=19$m=32,t=2,p=4$cm94YnRVOW5jZzFzcVE4bQ$MNzk5BtR2vUhrp6qQEjRNw",
                "test $scrypt$ln=16384,r=8,p=1$2npRo7P03Mt8keSoMbyD/tKFWyUzjiQf2svUaNDSrhA=$MiCzNcIplSMqSBrm4HckjYqYhaVPPjTARTzwB1cVNYE=",
                "8x4WjoDbSxJZdR $firescrypt$ln=14,r=8,p=1$sPtDhWcd1MfdAw==$xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A==$Bw==$YE0dO4bwD4JnJafh6lZZfkp1MtKzuKAXQcDCJNJNyeCHairWHKENOkbh3dzwaCdizzOspwr/FITUVlnOAwPKyw==",
                "test123 {SSHA}JFZFs0oHzxbMwkSJmYVeI8MnTDy/276a",
                "test $hmac-md4$MWQ5ZTI4Nzc2Zjg4YmE2MTQ5YjQ0OTMyOGE4NWU4YjA=$MTIzNDU=",
                "test $md5-crypt$TVEiiKNb$SN6/pUaRQS/E8Jh46As2C/"
            })
    void agreesWithPublicExamples(String password, String stored) {
        assertThat(ImportedHash.problem(stored)).isNull();
        StoredHash hash = StoredHash.parse(stored).orElseThrow();

        assertThat(hash.matches(Ada.typed(password))).isTrue();
        assertThat(hash.matches(Ada.typed(password + "x"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "$unknown$1$2",
                "$argon2id$v=19$m=262152,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=17,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$2b$17$abcdefghijklmnopqrstuuw0SF6NMAl988XjtXjW0TpMUftQt833C",
                "$pbkdf2-sha256$i=2000001,l=16$AQID$AQIDBAUGBwgJCgsMDQ4PEA",
                "$pbkdf2-sha256$i=1000,l=16$$AQIDBAUGBwgJCgsMDQ4PEA",
                "$pbkdf2-sha256$i=1000,l=17$AQID$AQIDBAUGBwgJCgsMDQ4PEA",
                "$pbkdf2-sha256$i=1000,l=3$AQID$AQID",
                "$pbkdf2-md5$i=1000,l=16$AQID$AQIDBAUGBwgJCgsMDQ4PEA",
                "$scrypt$ln=14,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$scrypt$ln=16385,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$scrypt$ln=524288,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$scrypt$ln=131072,r=8,p=9$AQID$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$scrypt$ln=1024,r=8,p=1$$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$firescrypt$ln=31,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA==$Bw==$AQIDBAUGBwgJCgsMDQ4PEA==",
                "$firescrypt$ln=14,r=8,p=1$AQID$AQIDBAUGBwgJCgsMDQ4PEA==$Bw==$AQID",
                "{SSHA}qvTGHdzF6KLavt4PO0gs2a6pQ00=",
                "{SSHA}tooshort",
                "{SSHA384}AQID",
                "$sha1$pf=e1NBTFR9$AQID$qvTGHdzF6KLavt4PO0gs2a6pQ00=",
                "$sha1$pf=e1BBU1NXT1JEfQ==$AQID$qvTGHdzF6KLavt4PO0gs2a6pQ00=",
                "$sha1$pf=e1NBTFR9e1BBU1NXT1JEfQ==$$qvTGHdzF6KLavt4PO0gs2a6pQ00=",
                "$sha1$qvTGHdzF6KLavt4PO0gs2a6pQ00=",
                "$md5$AQID",
                "$md5$CY9rzUYh03PK3k6DJie09g",
                "$hmac-md5$ZmU4Njk3Zjc0MmQwODA0MDVkMTI3MGU2MTYzMzE2Zjk=$",
                "$hmac-md5$AQIDBAUGBwgJCgsMDQ4PEA==$MTIzNDU=",
                "$1$$whuMjZj.HMFoaTaZRRtkO0",
                "$5$rounds=1000001$saltstring$VHLUYWRP9CL5nZFbH1.MchrGoj1s2vKIEiFI40aP7U8",
                "$6$saltstring$VHLUYWRP9CL5nZFbH1.MchrGoj1s2vKIEiFI40aP7U8",
                "$5$rounds=999$saltstring$VHLUYWRP9CL5nZFbH1.MchrGoj1s2vKIEiFI40aP7U8"
            })
    void refusesWhatIsUnusableOrAbsurdWithAReasonThatQuotesNothing(String stored) {
        assertThat(ImportedHash.problem(stored))
                .isNotNull()
                .satisfies(problem ->
                        assertThat(stored.isEmpty() || !problem.contains(stored)).isTrue());
    }

    @Test
    void aPasswordSpelledLikeAPlaceIsAPassword() {
        String stored =
                "$sha1$pf=e1NBTFR9e1BBU1NXT1JEfQ==$NW9wbWtnejAzcg==$2qU2SGWP8viTM1md3FiI3+rjWXQ=";
        StoredHash hash = StoredHash.parse(stored).orElseThrow();

        assertThat(hash.matches(Ada.typed("test"))).isTrue();
        assertThat(hash.matches(Ada.typed("{SALT}"))).isFalse();
    }

    /** Where the hash is; an HMAC has its key behind it, to which a zero makes no difference. */
    private static int[] hash(String stored) {
        boolean keyed = stored.startsWith("$hmac");
        int last = Math.max(stored.lastIndexOf('$'), stored.lastIndexOf('}'));
        return keyed
                ? new int[] {stored.indexOf('$', 1) + 1, last}
                : new int[] {last + 1, stored.length()};
    }

    private static String changed(String text, int[] range, Random random) {
        int at = range[0] + random.nextInt(range[1] - range[0]);
        char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        String changed = text.substring(0, at) + letter + text.substring(at + 1);
        return changed.equals(text) ? text.substring(0, at) + text.substring(at + 1) : changed;
    }
}
