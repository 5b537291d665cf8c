package dev.bonafide.vault;

import static dev.bonafide.vault.VaultFixture.NEW;
import static dev.bonafide.vault.VaultFixture.OLD;
import static dev.bonafide.vault.VaultFixture.PLACE;
import static dev.bonafide.vault.VaultFixture.ring;
import static dev.bonafide.vault.VaultFixture.text;
import static dev.bonafide.vault.VaultFixture.vault;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.Unavailable;
import dev.bonafide.store.Keys;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VaultRotationTest {
    private static final int IDENTITIES = 2 * Names.STEP + 1;

    private final FakeKeys keys = new FakeKeys();
    private final Vault before = vault(keys, OLD);
    private final List<Sealed.Closed> values =
            IntStream.range(0, IDENTITIES).mapToObj(i -> before.seal(value(i), PLACE)).toList();

    @Test
    void opensOldValuesWhileANewKeyWraps() {
        Vault rotated = vault(keys, NEW, OLD);
        rotated.checkKeys();
        Sealed.Closed late = rotated.seal(value(IDENTITIES), PLACE);
        assertThat(rotated.open(values.getFirst())).isEqualTo(text("text 0"));
        assertThat(wrappedBy(late.owner())).isEqualTo(ring(NEW).wrappingId());
        assertThat(vault(keys, OLD, NEW).open(late)).isEqualTo(text("text " + IDENTITIES));
    }

    @Test
    void needsNoOldKeyAfterRewrapping() {
        assertThat(vault(keys, NEW, OLD).rewrap()).isEqualTo(IDENTITIES);
        Vault without = vault(keys, NEW);
        without.checkKeys();
        for (int i = 0; i < IDENTITIES; i++) {
            assertThat(without.open(values.get(i))).isEqualTo(text("text " + i));
        }
    }

    @Test
    void rewrapsNothingTwice() {
        Vault rotated = vault(keys, NEW, OLD);
        rotated.rewrap();
        assertThat(rotated.rewrap()).isZero();
    }

    @Test
    void leavesDestroyedKeysDestroyed() {
        Vault rotated = vault(keys, NEW, OLD);
        rotated.erase(values.getFirst().owner());
        assertThat(rotated.rewrap()).isEqualTo(IDENTITIES - 1);
        assertThat(rotated.open(values.getFirst())).isEqualTo(new Opened.Erased());
    }

    @Test
    void refusesToStartWithoutAKeyThatTheStoreNames() {
        assertRefused("vault.key-absent", () -> vault(keys, NEW).checkKeys())
                .hasMessageContaining(ring(OLD).wrappingId());
        vault(keys, OLD).checkKeys();
        vault(keys, NEW, OLD).checkKeys();
    }

    @Test
    void startsWithAnyKeyOnAnEmptyStore() {
        assertThatCode(() -> vault(new FakeKeys(), NEW).checkKeys()).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithARetiredKeyInFront() {
        vault(keys, NEW, OLD).rewrap();
        assertRefused("vault.key-retired", () -> vault(keys, OLD).checkKeys());
        assertRefused("vault.key-retired", () -> vault(keys, OLD, NEW).checkKeys());
        vault(keys, NEW, OLD).checkKeys();
    }

    /**
     * CR-07: a node that was not restarted must not wrap under a key that the others think gone.
     */
    @Test
    void wrapsNothingMoreUnderAKeyRetiredWhileItRuns() {
        Vault behind = vault(keys, OLD, NEW);
        behind.seal(value(IDENTITIES), PLACE);
        vault(keys, NEW, OLD).rewrap();
        assertThatThrownBy(() -> behind.seal(value(IDENTITIES + 1), PLACE))
                .isInstanceOf(Unavailable.class);
        assertThat(behind.open(values.getFirst())).isEqualTo(text("text 0"));
    }

    @Test
    void findsWhatAnotherNodeWrapsWhileTheOldKeyIsBeingRetired() {
        FakeKeys racing =
                new FakeKeys() {
                    @Override
                    public void destroy(String name) {
                        if (name.startsWith(Markers.PREFIX)) {
                            vault(this, OLD, NEW).seal(value(1), PLACE);
                        }
                        super.destroy(name);
                    }
                };
        vault(racing, OLD).seal(value(0), PLACE);
        assertThat(vault(racing, NEW, OLD).rewrap()).isEqualTo(2);
    }

    @Test
    void retiresNothingWhenAKeyCannotBeRead() {
        String name = DataKeys.name(values.getLast().owner());
        keys.entries.put(name, new Keys.Entry.Held(new byte[90]));
        assertThatThrownBy(() -> vault(keys, NEW, OLD).rewrap()).isInstanceOf(Unavailable.class);
        vault(keys, OLD, NEW).checkKeys();
        assertRefused("vault.key-absent", () -> vault(keys, NEW).checkKeys());
    }

    @Test
    void wrapsAnewWhatAnotherNodeReplacedMeanwhile() {
        FakeKeys racing =
                new FakeKeys() {
                    private boolean done;

                    @Override
                    public boolean replace(String name, byte[] old, byte[] value) {
                        if (!done) {
                            done = true;
                            vault(this, NEW, OLD).rewrap();
                        }
                        return super.replace(name, old, value);
                    }
                };
        Sealed.Closed closed = vault(racing, OLD).seal(value(0), PLACE);
        assertThat(vault(racing, NEW, OLD).rewrap()).isZero();
        assertThat(vault(racing, NEW).open(closed)).isEqualTo(text("text 0"));
    }

    private String wrappedBy(IdentityId owner) {
        return Wrapped.of(keys.held(DataKeys.name(owner))).orElseThrow().by();
    }

    private static Sealed.Fresh value(int number) {
        return new Sealed.Fresh(new IdentityId(new UUID(0, number)), "text " + number);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
            String code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
