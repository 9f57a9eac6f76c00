package io.waybill.chat;

/** Whether whoever writes to a customer answers them from now on. */
enum StepIn {
    /** The flow goes on. */
    NOT,
    /** The flow is silent; the chat stays whose it is, as where a program writes. */
    SILENTLY,
    /** The flow is silent, and the chat is theirs, unless somebody else has it. */
    ASKING,
    /** The flow is silent, and the chat is theirs, whoever had it. */
    FROM_ANYBODY
}
