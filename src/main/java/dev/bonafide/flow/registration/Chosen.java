package dev.bonafide.flow.registration;

import dev.bonafide.flow.Flow;
import dev.bonafide.flow.Visit;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.method.AuthenticationMethod;
import dev.bonafide.method.RegistrationPart;
import java.util.Objects;

/** A submit and the method that it chose. */
record Chosen(Visit visit, Flow flow, AuthenticationMethod method, RegistrationPart part) {
    IdentityId identity() {
        return new IdentityId(Objects.requireNonNull(flow.bound().identity()));
    }

    Chosen in(Flow changed) {
        return new Chosen(visit, changed, method, part);
    }
}
