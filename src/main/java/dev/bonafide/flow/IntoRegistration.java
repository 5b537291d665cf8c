package dev.bonafide.flow;

import dev.bonafide.method.AuthenticationMethod;

/** Goes on as a registration with what a login has proven of somebody unknown. */
@FunctionalInterface
public interface IntoRegistration {
    /**
     * Registers them, or asks for the traits that are missing.
     *
     * @throws dev.bonafide.http.Problem 400 where nobody may register
     */
    Outcome register(Visit visit, Flow login, AuthenticationMethod method, String proven);
}
