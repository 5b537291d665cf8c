package dev.bonafide.flow;

import dev.bonafide.http.Call;

/**
 * Reads the flow that a request's {@code id} parameter names, with the checks of the flow's GET
 * (contract clauses 2.6, 3.1). One for each kind; pages that render flows in this process collect
 * them by injection.
 */
public interface FlowReader {
    Flow.Kind kind();

    /**
     * The flow as this request's client may see it, its CSRF field filled for them.
     *
     * @throws dev.bonafide.http.Problem 403 for another browser's or somebody else's, 404 for an
     *     unknown one, 410 for an expired one: a page then begins a new flow
     */
    FlowView read(Call call);
}
