package io.waybill.chatlist;

/** What whoever makes the current call may see of customers. */
@FunctionalInterface
interface Viewer {

    /** Full phone numbers. */
    boolean seesPersonalData();
}
