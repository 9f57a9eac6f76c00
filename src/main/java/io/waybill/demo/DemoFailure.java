package io.waybill.demo;

/** What the demo ERP can be told to get wrong. */
public enum DemoFailure {
    NONE("Works"),
    REFUSES_CONNECTIONS("Refuses connections (503)"),
    ERROR_BEFORE("Error 500 before it took effect"),
    ERROR_AFTER("Error 500 after it took effect"),
    TIMEOUT_AFTER("Time-out after it took effect"),
    REFUSES_ORDERS("Refuses orders (422)"),
    HTML("HTML instead of JSON, after it took effect"),
    EMPTY("Empty answer, after it took effect");

    private final String label;

    DemoFailure(String label) {
        this.label = label;
    }

    /** For the switch on the phone page. */
    public String label() {
        return label;
    }
}
