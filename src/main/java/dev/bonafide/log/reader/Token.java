package dev.bonafide.log.reader;

import dev.bonafide.log.commit.Head;
import dev.bonafide.log.event.EventJson;
import dev.bonafide.store.Commit;
import java.util.Arrays;

/**
 * How far a reader has come.
 *
 * @param position of the last event of the last commit that it applied; 0 = none
 * @param hash of that commit, so that a reader of another log, or of one that was restored to an
 *     earlier state, is found out
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Token(long position, byte[] hash) {
    static final Token START = new Token(0, Head.EMPTY.hash());

    static Token of(Commit commit) {
        return new Token(commit.last(), commit.hash());
    }

    static Token of(String json) {
        return EventJson.mapper().readValue(json, Token.class);
    }

    String json() {
        return EventJson.mapper().writeValueAsString(this);
    }

    boolean isOf(Commit commit) {
        return commit.last() == position && Arrays.equals(commit.hash(), hash);
    }

    boolean isBefore(Commit commit) {
        return commit.position() == position + 1 && Arrays.equals(commit.previous(), hash);
    }
}
