package dev.bonafide.vault;

import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Sealer;
import dev.bonafide.store.Keys;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Seals and opens texts under a data key per identity, and erases by destroying that key. Safe for
 * use by many threads; blocks while the store answers.
 *
 * <p>The log's tail calls {@link #forget} when it passes {@code identity.erased}, so that no node
 * keeps a key in memory that the store has destroyed.
 */
public final class Vault implements Sealer {
    private static final int OPEN_KEYS_MAX = 10_000;

    private final Keys keys;
    private final VaultKeys ring;
    private final Entropy entropy;
    private final Markers markers;
    private final DataKeys dataKeys;

    public Vault(Keys keys, VaultKeys ring, Entropy entropy) {
        this.keys = keys;
        this.ring = ring;
        this.entropy = entropy;
        markers = new Markers(keys, ring);
        dataKeys = new DataKeys(keys, ring, entropy, markers, new KeyCache(OPEN_KEYS_MAX));
    }

    @Override
    public Sealed.Closed seal(Sealed.Fresh value, Sealed.Place place) {
        DataKey.Usable key = dataKeys.forSealing(value.owner());
        byte[] context = Context.ofEvent(value.owner(), key.version(), place);
        byte[] box = Box.close(key.key(), context, utf8(value.text()), entropy);
        return new Sealed.Closed(value.owner(), key.version(), place, box);
    }

    /**
     * Reads a sealed value; one that is still fresh is its own text.
     *
     * @throws dev.bonafide.kernel.Unavailable with an alarm, if the data key is absent without
     *     having been destroyed, or the value does not belong here
     */
    public Opened open(Sealed value) {
        return switch (value) {
            case Sealed.Fresh fresh -> new Opened.Text(fresh.text());
            case Sealed.Closed closed ->
                    opened(
                            closed.owner(),
                            closed.keyVersion(),
                            Context.ofEvent(closed.owner(), closed.keyVersion(), closed.place()),
                            closed.box());
        };
    }

    /**
     * The text of a sealed value.
     *
     * @throws dev.bonafide.kernel.Refused {@code identity.erased} if its owner's key was destroyed
     * @throws dev.bonafide.kernel.Unavailable as {@link #open}
     */
    public String text(Sealed value) {
        return switch (open(value)) {
            case Opened.Text text -> text.text();
            case Opened.Erased erased ->
                    throw new Refused("identity.erased", "the identity was erased");
        };
    }

    /**
     * The text of a sealed value; empty if its owner's key was destroyed.
     *
     * @throws dev.bonafide.kernel.Unavailable as {@link #open}
     */
    public Optional<String> unlessErased(Sealed value) {
        return switch (open(value)) {
            case Opened.Text text -> Optional.of(text.text());
            case Opened.Erased erased -> Optional.empty();
        };
    }

    /**
     * Seals a short-lived text for a document outside the log, such as what an enrolment shows
     * before it is confirmed.
     *
     * @return base64url, for {@link #openFor} with the same owner and purpose
     * @throws dev.bonafide.kernel.Refused {@code identity.erased} if the owner's key was destroyed
     */
    public String sealFor(IdentityId owner, Purpose purpose, String text) {
        DataKey.Usable key = dataKeys.forSealing(owner);
        byte[] context = Context.ofDocument(owner, key.version(), purpose);
        byte[] box = Box.close(key.key(), context, utf8(text), entropy);
        byte[] whole =
                ByteBuffer.allocate(Integer.BYTES + box.length)
                        .putInt(key.version())
                        .put(box)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /**
     * Reads what {@link #sealFor} returned.
     *
     * @throws dev.bonafide.kernel.Unavailable with an alarm, as {@link #open}
     */
    public Opened openFor(IdentityId owner, Purpose purpose, String box) {
        byte[] whole = decoded(owner, box);
        int version = ByteBuffer.wrap(whole).getInt();
        byte[] context = Context.ofDocument(owner, version, purpose);
        return opened(
                owner, version, context, Arrays.copyOfRange(whole, Integer.BYTES, whole.length));
    }

    /**
     * Destroys the identity's data key for good: all that was ever sealed for it opens as {@link
     * Opened.Erased}. Idempotent.
     */
    public void erase(IdentityId owner) {
        dataKeys.destroy(owner);
    }

    @Override
    public void forget(IdentityId owner) {
        dataKeys.erased(owner);
    }

    /**
     * Wraps all data keys under the first key-encryption key and retires the others: once retired,
     * a key never wraps again. Run it when every node has the new key first. In bounded steps; may
     * be stopped and run again.
     *
     * @return how many were wrapped anew
     */
    public long rewrap() {
        return new Rewrap(keys, ring, entropy, markers).run();
    }

    /**
     * To be called before anything is served.
     *
     * @throws dev.bonafide.kernel.Refused {@code vault.key-absent} if the store depends on a
     *     key-encryption key that is not in the list; {@code vault.key-retired} if the first of the
     *     list was retired
     */
    public void checkKeys() {
        markers.check();
    }

    private Opened opened(IdentityId owner, int version, byte[] context, byte[] box) {
        return switch (dataKeys.forOpening(owner, version)) {
            case DataKey.Usable usable -> text(owner, usable.key(), context, box);
            case DataKey.Destroyed _ -> new Opened.Erased();
        };
    }

    private static Opened text(IdentityId owner, SecretKey key, byte[] context, byte[] box) {
        byte[] plain = Box.open(key, context, box).orElseThrow(() -> foreign(owner));
        return new Opened.Text(new String(plain, StandardCharsets.UTF_8));
    }

    private static byte[] decoded(IdentityId owner, String box) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(box);
            if (whole.length > Integer.BYTES) {
                return whole;
            }
        } catch (IllegalArgumentException e) {
            throw foreign(owner);
        }
        throw foreign(owner);
    }

    private static RuntimeException foreign(IdentityId owner) {
        return Alarm.raise(
                "vault.value-broken",
                "a sealed value of identity %s was changed or does not belong where it stands"
                        .formatted(owner));
    }

    /** Strict: what would not come back as it was is not sealed. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text with a lone surrogate can't be sealed", e);
        }
    }
}
