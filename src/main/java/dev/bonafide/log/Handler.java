package dev.bonafide.log;

/** A bean whose methods carry Axon's {@code @CommandHandler}; collected by injection. */
public interface Handler {}
