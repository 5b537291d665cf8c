package dev.bonafide.flow;

import dev.bonafide.identity.Person;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.LoginPart;

/** Goes on as a login with what a registration has found to be somebody's. */
public interface IntoLogin {
    /** Somebody who is registered has proven it in a registration. */
    Outcome login(
            Visit visit, Flow registration, AuthenticationMethod method, LoginPart.Guess guess);

    /** Offers to bind what was proven to the account whose login identifier it brings along. */
    Outcome offer(Visit visit, Flow registration, Offer offer);

    /**
     * What is offered.
     *
     * @param owner who has to log in first
     * @param identifier that is theirs already
     */
    record Offer(AuthenticationMethod method, String proven, Person owner, String identifier) {
        /** What was proven may name somebody. */
        @Override
        public String toString() {
            return "Offer[" + method.id() + "]";
        }
    }
}
