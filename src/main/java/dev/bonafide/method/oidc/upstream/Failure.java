package dev.bonafide.method.oidc.upstream;

/** All ways in which nothing comes of a provider. Each is said as message 4000001 of the flow. */
public enum Failure {
    /** The provider says {@code error}: the person or the provider did not want to. */
    DENIED,
    /** Its answer isn't one to this transaction: {@code iss}, {@code code} missing, doubled. */
    ANSWER_REFUSED,
    /** It did not give a token for the code. */
    CODE_REFUSED,
    /** The ID token or user info does not stand a check. */
    TOKEN_REFUSED,
    /** Nobody logged in there anew though that was asked for. */
    NOT_FRESH,
    /** It can't be reached, is too slow, or answers too much or nonsense. */
    UNREACHABLE,
    /** Too many wait for providers already. */
    OVERLOADED,
    /** The Jsonnet failed, ran too long, or gave no identity. */
    MAPPING_FAILED,
    /** This kind of provider does not take ID tokens from clients. */
    NOT_OFFERED
}
