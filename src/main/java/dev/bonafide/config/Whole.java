package dev.bonafide.config;

import dev.bonafide.config.Node.Mapping;
import dev.bonafide.config.Node.Scalar;
import java.util.List;
import java.util.Map;

/**
 * Variables that give a mapping as a whole, in JSON: {@code
 * SELFSERVICE_METHODS_TOTP_CONFIG={"issuer":"Shop"}}. Merged over the file key by key, as in
 * Kratos; a variable of one of its keys goes before it.
 */
final class Whole {
    private Whole() {}

    static Mapping over(Mapping written, Variables variables) {
        Catalogue catalogue = Catalogue.kratos();
        Mapping all = written;
        for (String name : variables.names()) {
            Scalar value = variables.named(name);
            for (String path : isObject(value) ? catalogue.mappingsOf(name) : List.<String>of()) {
                all = Layers.over(all, at(path, object(path, value)));
            }
        }
        return all;
    }

    static boolean isObject(Scalar value) {
        return value.text().stripLeading().startsWith("{");
    }

    /** The parser's own words are dropped: they quote the value, which may hold a secret. */
    private static Mapping object(String path, Scalar value) {
        try {
            return (Mapping) JsonReader.read(value.text(), value.place().source());
        } catch (BadConfiguration e) {
            throw BadConfiguration.at(
                    value.place(), path, "the value (hidden) is refused; allowed: a JSON object");
        }
    }

    private static Mapping at(String path, Mapping object) {
        Mapping nested = object;
        for (String key : Dotted.segments(path).reversed()) {
            nested = new Mapping(Map.of(key, nested), object.place());
        }
        return nested;
    }
}
