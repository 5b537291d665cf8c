package dev.bonafide.vault;

import javax.crypto.SecretKey;

/** What an identity's entry among the keys says. */
sealed interface DataKey {
    record Usable(int version, SecretKey key) implements DataKey {
        @Override
        public String toString() {
            return "DataKey.Usable[version=" + version + "]";
        }
    }

    /** Final: an identity whose key was destroyed never gets another. */
    record Destroyed() implements DataKey {}
}
