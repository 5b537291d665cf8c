package dev.bonafide.method.fido;

/** What is asked of authenticators, and how their answers are checked. */
public record Ceremonies(KeyOptions options, Verifier verifier) {
    public static Ceremonies of(RelyingPartySettings party, KeyWish wish) {
        return new Ceremonies(new KeyOptions(party, wish), new Verifier(party, wish));
    }
}
