package dev.bonafide.ui;

import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.Proof;
import dev.bonafide.session.Standing;
import dev.bonafide.ui.text.Texts;
import java.util.List;
import java.util.stream.IntStream;

/** What a session has proven and when, and how its level rose with it; for people. */
final class Timelines {

    /**
     * The story of a session.
     *
     * @param level of the session now, in words; "" where there is no session
     */
    record Timeline(String level, String wire, List<Step> steps) {
        static final Timeline NONE = new Timeline("", "", List.of());
    }

    /**
     * One proof.
     *
     * @param factor as what it counts, in words
     * @param at RFC 3339
     * @param level that the session had from then on, in words
     * @param counts whether it still counts: what it was proven with may have been removed
     */
    record Step(String what, String factor, String at, String time, String level, boolean counts) {}

    Timeline of(Standing standing, Texts texts) {
        List<Proof> proofs = standing.session().proofs();
        List<Step> steps =
                IntStream.range(0, proofs.size())
                        .mapToObj(index -> step(standing, index, texts))
                        .toList();
        Aal level = standing.aal();
        return new Timeline(word(level, texts), level.wire(), steps);
    }

    private static Step step(Standing standing, int index, Texts texts) {
        Proof proof = standing.session().proofs().get(index);
        String method = proof.method().value();
        return new Step(
                texts.word("method." + method, method),
                texts.word(factor(proof)),
                proof.completedAt().toString(),
                texts.time(proof.completedAt()),
                word(standing.asOf(index + 1).aal(), texts),
                standing.counting().contains(proof));
    }

    /** What a provider asserted at aal2 was two proofs, given elsewhere. */
    private static String factor(Proof proof) {
        boolean both = proof.upstream() != null && proof.aal() == Aal.AAL2;
        return both ? "proof.both" : "proof." + proof.aal().wire();
    }

    private static String word(Aal level, Texts texts) {
        return texts.word("level." + level.wire());
    }
}
