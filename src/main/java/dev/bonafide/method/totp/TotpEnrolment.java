package dev.bonafide.method.totp;

import dev.bonafide.identity.Person;
import dev.bonafide.kernel.Entropy;
import dev.bonafide.kernel.Lineage;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.method.CredentialIntent;
import dev.bonafide.method.FieldProblem;
import dev.bonafide.method.Messages;
import dev.bonafide.method.Node;
import dev.bonafide.method.SettingsPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Linking and unlinking an app (contract clause 3.3). The secret is the server's, made when the
 * flow begins and kept in its memory until a code shows that the app has it; what a client sends as
 * a secret is not read.
 */
final class TotpEnrolment implements SettingsPart {
    private static final String UNLINK = "totp_unlink";
    private static final String GROUP = TotpMethod.ID.value();

    /** As RFC 4226 section 4 recommends. */
    private static final int SECRET_BYTES = 20;

    /** What an app can show in a line, and a QR code hold whatever the script. */
    private static final int ACCOUNT_MAX = 64;

    private final TotpSettings settings;
    private final Entropy entropy;

    TotpEnrolment(TotpSettings settings, Entropy entropy) {
        this.settings = settings;
        this.entropy = entropy;
    }

    @Override
    public int rank() {
        return 70;
    }

    @Override
    public Optional<String> begin(Person person) {
        return linked(person) ? Optional.empty() : Optional.of(pending(person).text());
    }

    @Override
    public List<Node> nodes(Context context) {
        if (linked(context.person())) {
            return List.of(Node.submit(GROUP, UNLINK, "true", TotpTexts.unlink()).required());
        }
        String memory = context.memory();
        return memory == null ? List.of() : offer(OtpAuthUrl.parse(memory));
    }

    /** By its name, or by the button that unlinks, which is sent alone (clause 3.3). */
    @Override
    public boolean recognises(MethodId id, ObjectNode fields) {
        return fields.path("method").asString("").equals(id.value()) || unlinks(fields);
    }

    @Override
    public Reading read(ObjectNode fields, Context context, Instant now) {
        Person person = context.person();
        if (!linked(person)) {
            return unlinks(fields)
                    ? Invalid.of(TotpTexts.codeMissing())
                    : link(TotpCode.of(fields), context, now);
        }
        CredentialIntent intent =
                unlinks(fields) ? new UnlinkTotp(person.id(), now) : new KeepTotp();
        return new Change(() -> intent, false);
    }

    private Reading link(String code, Context context, Instant now) {
        String memory = context.memory();
        if (code.isEmpty()) {
            return Invalid.of(TotpTexts.codeMissing());
        }
        if (memory == null) {
            return Invalid.of(FieldProblem.global(TotpTexts.nothingPending()));
        }
        OptionalLong step = OtpAuthUrl.parse(memory).totp().match(code, now, settings.skew());
        if (step.isEmpty()) {
            return Invalid.of(FieldProblem.at(TotpCode.FIELD, TotpTexts.wrong()));
        }
        return new Change(() -> enrol(context.person(), memory, step.getAsLong(), now), false);
    }

    private CredentialIntent enrol(Person person, String url, long step, Instant now) {
        Lineage lineage = new Lineage(entropy.uuid());
        return new EnrolTotp(person.id(), lineage, new Sealed.Fresh(person.id(), url), step, now);
    }

    private OtpAuthUrl pending(Person person) {
        byte[] secret = entropy.bytes(SECRET_BYTES);
        return OtpAuthUrl.of(settings.issuer(), account(person), Totp.Parameters.USUAL, secret);
    }

    private static List<Node> offer(OtpAuthUrl url) {
        return List.of(
                Node.image(GROUP, "totp_qr", QrImage.dataUrl(url.text()), QrImage.PIXELS)
                        .labelled(TotpTexts.qrCode()),
                Node.text(GROUP, "totp_secret_key", TotpTexts.secret(url.secret()))
                        .labelled(TotpTexts.secretLabel()),
                Node.input(GROUP, TotpCode.FIELD, "text")
                        .required()
                        .labelled(Messages.verifyCodeField()),
                Node.submit(GROUP, "method", GROUP, Messages.saveButton()));
    }

    /** Typed by its owner, so cut to what can be shown; the id where nothing is left. */
    private static String account(Person person) {
        String name = person.accountName();
        String shown = name == null ? "" : cut(name);
        return shown.isEmpty() ? person.id().toString() : shown;
    }

    private static String cut(String name) {
        return name.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .limit(ACCOUNT_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean linked(Person person) {
        return person.state().credential(TotpMethod.ID) != null;
    }

    private static boolean unlinks(ObjectNode fields) {
        JsonNode flag = fields.path(UNLINK);
        return flag.isBoolean() ? flag.booleanValue() : flag.asString("").equals("true");
    }
}
