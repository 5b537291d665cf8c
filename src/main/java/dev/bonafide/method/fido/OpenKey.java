package dev.bonafide.method.fido;

/** A key with its material opened. Short-lived, in memory only. */
public record OpenKey(Key key, KeyMaterial material) {}
