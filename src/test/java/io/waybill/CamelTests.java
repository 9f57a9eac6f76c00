package io.waybill;

/** What tests with a Camel context of their own lock: camel-test-spring says by system properties what holds for the one it starts. */
public final class CamelTests {

    public static final String LOCK = "camel tests";

    private CamelTests() {}
}
