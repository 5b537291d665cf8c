package dev.bonafide.method.fido;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Aal;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.SettingsPart;
import dev.bonafide.method.SettingsPart.Change;
import dev.bonafide.method.SettingsPart.Invalid;
import java.time.Instant;

/** What a settings form can ask of a method's keys. */
public record KeyChanges(KeyEvents events, KeyPorts ports, Verifier verifier) {
    /**
     * An authenticator's answer, as a form has it.
     *
     * @param field of the form
     * @param name by which the person calls the key; "" where they are not asked
     * @param aal what the key counts as from now on
     */
    public record Answered(String field, String text, String name, Aal aal) {}

    /** Takes away the key whose credential id the form has in hexadecimal. */
    public SettingsPart.Reading removal(Person person, String hex, Instant now) {
        RemoveKey remove = new RemoveKey(events, person.id(), ports.named(hex), now);
        return new Change(() -> remove, false);
    }

    /** Binds the key that answered to this flow's ceremony. */
    public SettingsPart.Reading binding(
            Answered answered, SettingsPart.Context context, Instant now) {
        Pending pending = KeyPorts.alive(context.memory(), now);
        if (pending == null) {
            return Invalid.of(FieldProblem.global(KeyTexts.late()));
        }
        return verifier.bind(answered.text(), pending)
                .<SettingsPart.Reading>map(bound -> {
                    CredentialIntent intent = intent(answered, context.person(), bound, now);
                    return new Change(() -> intent, false);
                })
                .orElseGet(() -> Invalid.of(FieldProblem.global(KeyTexts.unreadable())));
    }

    private BindKey intent(Answered answered, Person person, Verifier.Bound bound, Instant now) {
        KeyFacts facts = ports.facts(person.id(), bound, answered.name(), answered.aal());
        return new BindKey(events, person.id(), ports.lineage(), facts, answered.field(), now);
    }
}
