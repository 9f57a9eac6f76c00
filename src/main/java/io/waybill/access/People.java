package io.waybill.access;

/** Those who may sign in with a password. */
public interface People {

    boolean has(String name);
}
