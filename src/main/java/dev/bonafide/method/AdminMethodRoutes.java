package dev.bonafide.method;

import dev.bonafide.http.Call;
import dev.bonafide.http.LogPosition;
import dev.bonafide.http.Problem;
import dev.bonafide.http.Reply;
import dev.bonafide.http.Route;
import dev.bonafide.http.Routes;
import dev.bonafide.kernel.Clock;
import dev.bonafide.kernel.IdentityId;
import dev.bonafide.kernel.MethodId;
import dev.bonafide.kernel.Refused;
import dev.bonafide.log.Commands;
import dev.bonafide.log.Meta;
import dev.bonafide.method.MethodCommand.RemoveCredential;
import dev.bonafide.method.MethodCommand.ResetGuard;
import java.util.List;

/**
 * What administrators do with credentials and guards (contract clause 6.3; the guard is our own).
 */
final class AdminMethodRoutes implements Routes {
    private final Commands commands;
    private final List<AuthenticationMethod> methods;
    private final Clock clock;
    private final String epoch;

    AdminMethodRoutes(
            Commands commands, List<AuthenticationMethod> methods, Clock clock, String epoch) {
        this.commands = commands;
        this.methods = List.copyOf(methods);
        this.clock = clock;
        this.epoch = epoch;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin(
                        "DELETE",
                        "/admin/identities/{id}/credentials/{type}",
                        this::removeCredential),
                Route.admin("DELETE", "/admin/identities/{id}/guards/{method}", this::resetGuard));
    }

    private Reply removeCredential(Call call) {
        IdentityId identity = new IdentityId(call.knownUuid("id"));
        return send(call, new RemoveCredential(identity, method(call, "type"), clock.now()));
    }

    /** 204 also where there was nothing to reset: what is asked for holds then. */
    private Reply resetGuard(Call call) {
        IdentityId identity = new IdentityId(call.uuid("id"));
        MethodId method = method(call, "method");
        var done = commands.send(new ResetGuard(identity, method, clock.now()), meta(call));
        return new LogPosition(epoch, done.position()).on(Reply.empty(204));
    }

    private Reply send(Call call, RemoveCredential command) {
        try {
            var done = commands.send(command, meta(call));
            if (!done.answer()) {
                throw Problem.notFound();
            }
            return new LogPosition(epoch, done.position()).on(Reply.empty(204));
        } catch (Refused refused) {
            if (refused.code().equals("identity.unknown")) {
                throw Problem.notFound();
            }
            throw refused;
        }
    }

    private MethodId method(Call call, String variable) {
        return methods.stream()
                .map(AuthenticationMethod::id)
                .filter(id -> id.value().equals(call.path(variable)))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("There is no method of that name."));
    }

    private static Meta meta(Call call) {
        return Meta.administrator(call.header("X-Bonafide-Actor").orElse(""), call.requestId());
    }
}
