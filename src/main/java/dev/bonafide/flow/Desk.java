package dev.bonafide.flow;

/** What the addresses of every kind of flow need: who asks, and how and where they are led on. */
public record Desk(Caller caller, Visits visits, Answers answers, Destinations destinations) {}
