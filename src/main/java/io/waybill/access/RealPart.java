package io.waybill.access;

/** A part of the gateway that people can make real while it runs; what is configured is known without it. */
@FunctionalInterface
public interface RealPart {

    boolean isReal();
}
