package dev.bonafide.flow;

/** Goes on with a flow of one kind that somebody left and came back to; collected by injection. */
public interface Arrival {
    Flow.Kind kind();

    /** The flow is this browser's, and the journey is over: nobody arrives by it a second time. */
    Outcome back(Visit visit, Flow flow, Arrived arrived);
}
