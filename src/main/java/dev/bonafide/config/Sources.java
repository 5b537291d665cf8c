package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The configuration's texts: the operator's files, or the one in the jar. */
final class Sources {
    private Sources() {}

    /** Several files in order, the later over the earlier. */
    static Mapping merged(List<Path> files) {
        return files.stream().map(Sources::file).reduce(Layers::over).orElseGet(Sources::shipped);
    }

    static Mapping shipped() {
        try (InputStream text =
                Objects.requireNonNull(Sources.class.getResourceAsStream("/bonafide.yml"))) {
            return mapping(text.readAllBytes(), "bonafide.yml in the jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Mapping file(Path file) {
        return mapping(bytes(file, file.toString()), file.toString());
    }

    /** The bytes of a file of bounded size; {@code key} is what a refusal names. */
    static byte[] bytes(Path file, String key) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(NodeLimits.BYTES_MAX + 1);
            if (bytes.length > NodeLimits.BYTES_MAX) {
                throw new BadConfiguration(
                        key, file + " is larger than " + NodeLimits.BYTES_MAX + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new BadConfiguration(key, "there is no file " + file);
        } catch (IOException e) {
            throw new BadConfiguration(key, file + " can't be read: " + e.getMessage());
        }
    }

    private static Mapping mapping(byte[] bytes, String source) {
        Node root = node(text(bytes, source), source);
        if (!(root instanceof Mapping mapping)) {
            throw new BadConfiguration(
                    source, "holds " + root.what() + "; allowed: a mapping of keys");
        }
        return mapping;
    }

    private static Node node(String text, String source) {
        String name = source.toLowerCase(Locale.ROOT);
        if (name.endsWith(".toml")) {
            throw new BadConfiguration(
                    source,
                    "TOML is not read; allowed: YAML, or JSON in a file that ends with .json");
        }
        return name.endsWith(".json")
                ? JsonReader.read(text, source)
                : YamlReader.read(text, source);
    }

    private static String text(byte[] bytes, String source) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadConfiguration(source, "is not UTF-8");
        }
    }
}
