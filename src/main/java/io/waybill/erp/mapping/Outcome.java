package io.waybill.erp.mapping;

/** What a status of an ERP means when it means something of its own there. */
public enum Outcome {
    /** As any 2xx. */
    OK,
    /** What was looked for is not there, and that is an answer. */
    ABSENT,
    /** It was so already. */
    DONE,
    /** There is one with our reference. */
    CONFLICT,
    /** No; asking again would not help. */
    REFUSED,
    /** Not executed; may be tried again. */
    DOWN
}
