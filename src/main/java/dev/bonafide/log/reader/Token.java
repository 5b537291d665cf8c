package dev.bonafide.log.reader;

import dev.bonafide.log.commit.Head;
import dev.bonafide.log.event.EventJson;
import dev.bonafide.store.Commit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come.
 *
 * @param position of the last event of the last commit that it applied; 0 = none
 * @param hash of that commit, so that a reader of another log, or of one that was restored to an
 *     earlier state, is found out
 * @param build which build of its view this is about, and so which one is shown; null = the first
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
record Token(long position, byte[] hash, @Nullable Long build) {
    static final Token START = new Token(0, Head.EMPTY.hash(), null);

    static Token at(Head head) {
        return new Token(head.position(), head.hash(), null);
    }

    /** Where a further build of a view begins. */
    static Token ofBuild(long build) {
        return new Token(0, Head.EMPTY.hash(), build);
    }

    static Token of(String json) {
        return EventJson.mapper().readValue(json, Token.class);
    }

    String json() {
        return EventJson.mapper().writeValueAsString(this);
    }

    /** The number of the build; 0 = the first. */
    long shown() {
        return Objects.requireNonNullElse(build, 0L);
    }

    Token after(Commit commit) {
        return new Token(commit.last(), commit.hash(), build);
    }

    boolean isOf(Commit commit) {
        return commit.last() == position && Arrays.equals(commit.hash(), hash);
    }

    boolean isBefore(Commit commit) {
        return commit.position() == position + 1 && Arrays.equals(commit.previous(), hash);
    }
}
