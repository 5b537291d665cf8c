package dev.bonafide.ui;

import dev.bonafide.http.Reply;
import dev.bonafide.kernel.Hashes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A style sheet or a script. Links to it carry its hash, so a browser can keep it for ever.
 *
 * @param address relative to the public URL
 * @param integrity for the element that loads it (W3C Subresource Integrity)
 */
record Asset(String address, String integrity, Reply reply) {

    static Asset of(String file, String type) {
        byte[] bytes = bytes(file);
        byte[] hash = Hashes.sha256(bytes);
        Reply reply =
                new Reply(
                        200,
                        List.of(
                                new Reply.Header("Content-Type", type),
                                new Reply.Header(
                                        "Cache-Control", "public, max-age=31536000, immutable")),
                        bytes);
        return new Asset(
                "ui/" + file + "?v=" + HexFormat.of().formatHex(hash, 0, 8),
                "sha256-" + Base64.getEncoder().encodeToString(hash),
                reply);
    }

    private static byte[] bytes(String file) {
        try (var stream = Asset.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
