package io.waybill.outbox;

/** Hears how a number of ours fares; must not keep the caller. */
interface GateListener {

    /** Nothing goes out until somebody does what {@code advice} says. */
    void stopped(String advice);

    /** Meta slows the number down for a while. */
    void limited(String advice);

    /** A message went out again, or the first since the start. */
    void goesOn();
}
