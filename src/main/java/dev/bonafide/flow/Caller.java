package dev.bonafide.flow;

import dev.bonafide.guard.KnownPlaces;
import dev.bonafide.guard.Lane;
import dev.bonafide.http.Call;
import dev.bonafide.http.Credentials;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Uuids;
import dev.bonafide.http.cookie.DeviceCookies;
import dev.bonafide.kernel.Aal;
import dev.bonafide.kernel.FlowId;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.Sealed;
import dev.bonafide.kernel.SessionId;
import dev.bonafide.log.Meta;
import dev.bonafide.session.ClientDescription;
import dev.bonafide.session.Presented;
import dev.bonafide.session.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls: their session, their place, and how both are written into the log. */
public final class Caller {
    private final Credentials credentials;
    private final Sessions sessions;
    private final KnownPlaces places;
    private final DeviceCookies devices;

    public Caller(
            Credentials credentials, Sessions sessions, KnownPlaces places, DeviceCookies devices) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.places = places;
        this.devices = devices;
    }

    /** The session of the token that was presented, if it is active. */
    public Optional<Presented> session(Call call) {
        return credentials.token(call).flatMap(sessions::present);
    }

    /** The token as presented. */
    public Optional<String> token(Call call) {
        return credentials.token(call);
    }

    /**
     * Whose budget a guess uses. Only first factors have several: second ones are behind a first
     * factor anyway.
     */
    public Lane lane(Call call, IdentityId identity, Aal requested) {
        if (requested != Aal.AAL1) {
            return Lane.STRANGER;
        }
        if (devices.knows(call, identity)) {
            return Lane.DEVICE;
        }
        return places.knows(identity, call.address()) ? Lane.KNOWN : Lane.STRANGER;
    }

    /** Whether this browser is one that somebody logged in with within the last 30 days. */
    public boolean known(Call call) {
        return devices.knowsAnybody(call);
    }

    /** Whether the identity logged in with this browser within the last 30 days. */
    public boolean known(Call call, IdentityId identity) {
        return devices.knows(call, identity);
    }

    /** Remembers for 30 days that the identity logged in from there. */
    public void arrived(Call call, IdentityId identity) {
        places.remember(identity, call.address());
    }

    /** Address and agent, to be sealed under the identity's key. */
    public Sealed client(Call call, IdentityId identity) {
        return ClientDescription.of(call, identity);
    }

    /** What goes with a commit that a person causes. */
    public Meta meta(
            Call call,
            @Nullable FlowId flow,
            @Nullable SessionId session,
            @Nullable IdentityId identity) {
        Sealed client = identity == null ? null : client(call, identity);
        return new Meta(
                session == null ? "anonymous" : "person", call.requestId(), flow, session, client);
    }

    /**
     * The {@code flow} parameter of a submit.
     *
     * @throws Problem 400 where it is missing or no UUID
     */
    public static FlowId submittedFlow(Call call) {
        return flowId(call, "flow")
                .orElseThrow(() ->
                        Problem.badRequest("The flow query parameter is missing or malformed."));
    }

    /**
     * The {@code id} parameter of a read.
     *
     * @throws Problem 404 where it is missing or no UUID, as in Kratos
     */
    public static FlowId shownFlow(Call call) {
        return flowId(call, "id").orElseThrow(Problem::notFound);
    }

    /** In the one spelling of RFC 9562. */
    private static Optional<FlowId> flowId(Call call, String parameter) {
        return call.query(parameter).flatMap(Uuids::parse).map(FlowId::new);
    }
}
