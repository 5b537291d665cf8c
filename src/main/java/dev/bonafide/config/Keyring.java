package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.kernel.Entropy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the secrets of this start come from: the operator, or a generated file below what the
 * operator wrote. A start with a file and without {@code --dev} generates none unless the file says
 * where ({@code bonafide.keys_file}): keys made in passing, in a container that is thrown away, are
 * everybody's data lost.
 */
record Keyring(Optional<GeneratedSecrets> generated, boolean dev) {
    private static final Path USUAL = Path.of("data", "keys");

    record KeysFile(
            @Nullable
                    @Doc(
                            value =
                                    "A file in which secrets and vault keys are made at the first start, mode 0600.",
                            absent = "`data/keys` without a file or with `--dev`, else none")
                    String keysFile) {}

    /**
     * Makes the file of keys where one is wanted and there is none.
     *
     * @param written the operator's files as one
     */
    static Keyring of(Launch launch, Mapping written, Entropy entropy) {
        Binder given = new Binder(written, launch.variables(), new Read(), new Problems());
        boolean cookies = given.bind("secrets", SecretsSettings.class).hasForCookies();
        boolean vault = !given.bind("bonafide.vault", VaultSettings.class).keys().isEmpty();
        String named = given.bind("bonafide", KeysFile.class).keysFile();
        boolean wanted = named != null || launch.dev() || launch.shipped();
        if ((cookies && vault) || !wanted) {
            return new Keyring(Optional.empty(), launch.dev());
        }
        Path file = named == null ? USUAL : Path.of(named);
        return new Keyring(Optional.of(GeneratedSecrets.at(file, entropy)), launch.dev());
    }

    static BadConfiguration missing(String key) {
        return new BadConfiguration(
                key,
                "is missing; allowed: a list of random texts, such as that of: openssl rand -base64 32. "
                        + "Or bonafide.keys_file names a file in which keys are made, or --dev starts without");
    }

    Mapping under(Mapping written) {
        return generated.map(keys -> Layers.over(keys.content(), written)).orElse(written);
    }

    /**
     * The warnings about bad secrets of a start with {@code --dev}.
     *
     * @throws BadConfiguration for bad secrets in any other start, and for lists that are empty
     */
    List<String> check(Configuration configuration) {
        SecretsSettings secrets = SecretsSettings.of(configuration);
        VaultSettings vault = VaultSettings.of(configuration);
        Problems problems = new Problems();
        if (!secrets.hasForCookies()) {
            problems.note(missing("secrets.default"));
        }
        if (vault.keys().isEmpty()) {
            problems.note(missing("bonafide.vault.keys"));
        }
        List<BadConfiguration> broken = SecretRules.broken(secrets, vault);
        if (!dev) {
            broken.forEach(problems::note);
        }
        problems.refuse();
        return broken.stream()
                .map(BadConfiguration::getMessage)
                .map(text -> "for development only: " + text)
                .toList();
    }
}
