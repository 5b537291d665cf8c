package dev.bonafide.identity;

/**
 * A credential event after which somebody can't prove any more what they could: an authenticator
 * was taken away and none is in its place. To be implemented by each event whose name ends in
 * {@code .removed}.
 */
public interface FactorRemoval extends CredentialEvent {}
