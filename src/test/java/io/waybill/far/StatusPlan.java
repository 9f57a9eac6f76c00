package io.waybill.far;

import java.util.List;

/** Which statuses FakeGraph posts back for an accepted message, and in which order. */
public enum StatusPlan {
    NONE(),
    IN_ORDER("sent", "delivered", "read"),
    OUT_OF_ORDER("read", "sent", "delivered"),
    /** {@code sent} is posted, and answered, before the send itself is answered. */
    SENT_BEFORE_ANSWER("sent", "delivered", "read"),
    DUPLICATED("sent", "sent", "delivered", "delivered", "read", "read"),
    FAILED("sent", "failed");

    final List<String> statuses;

    StatusPlan(String... statuses) {
        this.statuses = List.of(statuses);
    }
}
