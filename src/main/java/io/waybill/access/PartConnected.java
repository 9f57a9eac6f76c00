package io.waybill.access;

/** A {@link RealPart} may be real now: signing in without a password may have ended, and nobody else may be able to sign in yet. */
public record PartConnected() {}
