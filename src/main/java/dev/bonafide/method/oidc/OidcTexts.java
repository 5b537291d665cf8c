package dev.bonafide.method.oidc;

import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Message;
import dev.bonafide.method.Messages;
import dev.bonafide.method.oidc.upstream.Failure;
import dev.bonafide.method.oidc.upstream.Provider;

/** What this method says, by the numbers of contract section 5. */
final class OidcTexts {
    private OidcTexts() {}

    static Message signIn(Provider provider) {
        return Message.info(1010002, "Sign in with " + provider.label())
                .with("provider", provider.label())
                .with("provider_id", provider.id());
    }

    static Message signUp(Provider provider) {
        return Message.info(1040002, "Sign up with " + provider.label())
                .with("provider", provider.label())
                .with("provider_id", provider.id());
    }

    static Message goOn() {
        return Message.info(1040003, "Continue");
    }

    static Message link(Provider provider) {
        return Message.info(1050002, "Link " + provider.label()).with("provider", provider.label());
    }

    static Message unlink(String label) {
        return Message.info(1050003, "Unlink " + label).with("provider", label);
    }

    /** The account that has the address is not named: whoever proved the address knows it. */
    static Message offer(String label, String identifier, String loginUrl) {
        return Message.info(
                        1010016,
                        "There is an account with \""
                                + identifier
                                + "\" already. Sign in to it to link "
                                + label
                                + " as another way to sign in.")
                .with("duplicate_identifier", identifier)
                .with("provider", label)
                .with("new_login_url", loginUrl);
    }

    /** An account at a provider that is linked already, whoever holds it. */
    static Message linkedElsewhere() {
        return Message.error(
                4000027,
                "This account at the provider is linked to an account here already. Sign in with it there, or use another one.");
    }

    static Message notLinked() {
        return Messages.generic("This account at the provider is not linked to your account.");
    }

    static Message noProvider() {
        return Messages.generic("There is no such provider to sign in with.");
    }

    static FieldProblem failed(Failure failure) {
        return FieldProblem.global(
                switch (failure) {
                    case DENIED ->
                            Messages.generic(
                                    "The provider did not sign you in. Please try again, and accept what it asks for.");
                    case ANSWER_REFUSED, CODE_REFUSED, TOKEN_REFUSED ->
                            Messages.generic(
                                    "The provider's answer could not be trusted. Please try again.");
                    case NOT_FRESH ->
                            Messages.generic(
                                    "The provider did not ask you to sign in anew. Please sign out there and try again.");
                    case UNREACHABLE, OVERLOADED ->
                            Messages.generic(
                                    "The provider can't be reached at the moment. Please try again later.");
                    case MAPPING_FAILED ->
                            Messages.generic(
                                    "What the provider says about you could not be read. Please ask an administrator.");
                    case NOT_OFFERED ->
                            Messages.generic(
                                    "An ID token is not accepted from this provider. Please sign in on its page.");
                });
    }
}
