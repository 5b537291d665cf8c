package dev.bonafide.vault;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The associated data of each kind of box. Every text is preceded by its length and every kind by
 * its name, so that no two different contexts have the same bytes.
 */
final class Context {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private Context(String kind) {
        text(kind);
    }

    /** Of a value in the log. */
    static byte[] ofEvent(IdentityId owner, int keyVersion, Sealed.Place place) {
        return new Context("bonafide event 1")
                .uuid(owner.value())
                .number(keyVersion)
                .text(place.eventId())
                .text(place.name())
                .number(place.revision())
                .text(place.field())
                .bytes();
    }

    /** Of a value in a document. */
    static byte[] ofDocument(IdentityId owner, int keyVersion, Purpose purpose) {
        return new Context("bonafide document 1")
                .uuid(owner.value())
                .number(keyVersion)
                .text(purpose.name())
                .text(purpose.document())
                .bytes();
    }

    /** Of a data key wrapped by the key-encryption key {@code wrappedBy}. */
    static byte[] ofDataKey(IdentityId owner, int keyVersion, String wrappedBy) {
        return new Context("bonafide data key 1")
                .uuid(owner.value())
                .number(keyVersion)
                .text(wrappedBy)
                .bytes();
    }

    private Context uuid(UUID id) {
        return write(() -> {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        });
    }

    private Context number(int number) {
        return write(() -> out.writeInt(number));
    }

    private Context text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return write(() -> {
            out.writeInt(utf8.length);
            out.write(utf8);
        });
    }

    private Context write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
    }

    private byte[] bytes() {
        return bytes.toByteArray();
    }

    private interface Writing {
        void run() throws IOException;
    }
}
