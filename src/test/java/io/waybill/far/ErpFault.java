package io.waybill.far;

/** How an ERP call can go wrong; {@code before} and {@code after} say whether it took effect. */
public enum ErpFault {
    ERROR_500_BEFORE(false),
    ERROR_500_AFTER(true),
    /** No answer ever comes, and nothing happened. */
    SILENCE_BEFORE(false),
    /** No answer ever comes, but it happened: what a time-out hides. */
    SILENCE_AFTER(true),
    /** Executed and answered only after the caller has given up: see {@link FakeErp#late}. */
    LATE(true),
    /** The network delivers the request twice. */
    TWICE(true),
    RESET_BEFORE(false),
    RESET_AFTER(true),
    UNAUTHORIZED_401(false),
    TOO_MANY_429(false),
    UNAVAILABLE_503(false),
    REFUSED_422(false),
    HTML_200(true),
    EMPTY_200(true),
    WRONG_TYPES(true),
    MISSING_FIELDS(true),
    BARE_ARRAY(true),
    /** Lists answer their first page whatever page is asked. */
    REPEATED_PAGE(true),
    HUGE_10_MB(true);

    final boolean takesEffect;

    ErpFault(boolean takesEffect) {
        this.takesEffect = takesEffect;
    }
}
