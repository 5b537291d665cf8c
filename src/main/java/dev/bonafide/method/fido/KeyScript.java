package dev.bonafide.method.fido;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;

/** The script that speaks with authenticators, at Kratos' address and with its functions. */
public final class KeyScript {
    static final String PATH = ".well-known/ory/webauthn.js";
    static final byte[] TEXT = text();
    private static final String INTEGRITY = "sha512-" + hash(TEXT);

    private final Supplier<String> base;

    /**
     * @param base where clients reach the server; ends with a slash
     */
    public KeyScript(Supplier<String> base) {
        this.base = base;
    }

    String address() {
        return base.get() + PATH;
    }

    /** What a page compares the script with before it runs it (W3C Subresource Integrity). */
    static String integrity() {
        return INTEGRITY;
    }

    private static byte[] text() {
        try (InputStream script =
                Objects.requireNonNull(KeyScript.class.getResourceAsStream("webauthn.js"))) {
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
