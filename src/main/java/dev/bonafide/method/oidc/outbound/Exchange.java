package dev.bonafide.method.oidc.outbound;

import dev.bonafide.method.oidc.outbound.OutboundRefused.Reason;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** One call under way: what runs on the pool, and what its caller waits for. */
final class Exchange implements Runnable {
    private final Policy policy;
    private final HttpUriRequestBase request;
    private final FutureTask<Told> answer;

    Exchange(Wire wire, Policy policy) {
        this.policy = policy;
        request = Wire.request(policy);
        answer = new FutureTask<>(() -> wire.call(policy, request));
    }

    @Override
    public void run() {
        answer.run();
    }

    FutureTask<Told> answer() {
        return answer;
    }

    String authority() {
        return policy.authority();
    }

    /** Closes the connection, so that the thread is free before the other server wants it so. */
    OutboundRefused givenUp(String why) {
        request.cancel();
        answer.cancel(true);
        return new OutboundRefused(Reason.FAILED, "the call to " + policy.authority() + " " + why);
    }
}
