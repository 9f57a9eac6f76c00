package io.waybill.far;

/** How a send to Graph can go wrong; only the two {@code ACCEPT_THEN_} kinds reach the customer. */
public enum GraphFault {
    HTTP_500(500, 131000, "Something went wrong", "Message failed to send due to an unknown error."),
    UNAVAILABLE_2(503, 2, "Service temporarily unavailable", "Please retry your request later."),
    THROUGHPUT_130429(429, 130429, "Rate limit hit", "Cloud API message throughput has been reached."),
    PAIR_131056(
            400,
            131056,
            "(Business Account, Consumer Account) pair rate limit hit",
            "Too many messages to the same recipient in a short time."),
    MAINTENANCE_131057(400, 131057, "Account in maintenance mode", "Business Account is in maintenance mode."),
    WINDOW_131047(
            400, 131047, "Re-engagement message", "More than 24 hours have passed since the customer last replied."),
    UNDELIVERABLE_131026(400, 131026, "Message undeliverable", "Message undeliverable."),
    INVALID_100(400, 100, "Invalid parameter", "Length of the text is over the limit."),
    TOKEN_190(401, 190, "Error validating access token: Session has expired.", null),
    NOT_JSON(502, 0, null, null),
    /** The connection closes before anything is accepted. */
    RESET(0, 0, null, null),
    /** Nothing is accepted and no answer ever comes. */
    SILENCE(0, 0, null, null),
    /** The message is accepted and recorded, then the connection closes without an answer. */
    ACCEPT_THEN_RESET(0, 0, null, null),
    /** The message is accepted and recorded, and no answer ever comes. */
    ACCEPT_THEN_SILENCE(0, 0, null, null);

    final int status;
    final int code;
    final String title;
    final String details;

    GraphFault(int status, int code, String title, String details) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.details = details;
    }

    boolean accepts() {
        return this == ACCEPT_THEN_RESET || this == ACCEPT_THEN_SILENCE;
    }
}
