package io.waybill.erp.check;

import static io.waybill.erp.check.Severity.ERROR;
import static io.waybill.erp.check.Severity.INFO;
import static io.waybill.erp.check.Severity.WARNING;

import java.util.Locale;

/** What can be wrong with an ERP. The names, in lower case with hyphens, stand in JSON reports and do not change. */
public enum FindingKind {
    UNREACHABLE(ERROR, "No connection came about. Nothing else is probed then."),
    TIMEOUT(ERROR, "No complete answer came in time (`waybill.erp.response-timeout`)."),
    BROKEN_OFF(ERROR, "The connection ended before a complete answer came."),
    TOO_LARGE(ERROR, "The answer is longer than `waybill.erp.max-answer-bytes`."),
    AUTH(ERROR, "401 or 403: the credentials are not accepted. After a 401 nothing else is probed."),
    REDIRECT(ERROR, "A redirect, which is never followed."),
    STATUS(ERROR, "Any other status that is not 2xx, with what the ERP says."),
    HTML(ERROR, "A page for people came: a sign-in, an error page, maintenance."),
    NOT_JSON(ERROR, "The body is empty or is not JSON, or its content type is another one."),
    REFUSED(ERROR, "The call ended badly for a reason that the other kinds do not name."),
    NOT_SENT(ERROR, "The request could not be made; the sentence says what is missing."),
    OUT_OF_TIME(ERROR, "The check's own time was over before this operation was done."),

    MISSING(ERROR, "A field that the contract wants is not there."),
    NULL(ERROR, "A field that the contract wants is null."),
    WRONG_TYPE(ERROR, "A field holds something else than the contract says, an empty text included."),
    NUMBER_AS_TEXT(
            WARNING, "A number came as text. It is accepted as long as it is written plainly, as in `\"1250.00\"`."),
    EXTRA(INFO, "A field the contract does not know. Flows get it as it is."),

    EMPTY_LIST(ERROR, "There is no product, so nothing can be sold and little can be probed."),
    NO_JOBS(INFO, "There is no open position, so what a position looks like was not checked."),
    PRICE_MISSING(ERROR, "No product has a price, so customers see none."),
    DURATION_MISSING(
            WARNING,
            "A service has no `duration_minutes`, or one that is no whole number of minutes, so customers do not see it."),
    PAGING_REPEATS(ERROR, "A page brings the rows of earlier pages again: `page` and `limit` are not honoured."),
    ENDLESS_LIST(ERROR, "New rows keep coming up to `waybill.erp.max-pages`."),
    DUPLICATE_ID(WARNING, "Two rows have the same id; only the first one counts."),
    UNSTABLE_LIST(WARNING, "Read twice, the list had other rows or another order: pages can lose rows."),
    HAS_MORE_WRONG(WARNING, "`has_more` is true on a page without rows."),
    INACTIVE_LISTED(INFO, "`active_only` is not honoured. Inactive rows are dropped."),

    CURRENCY(WARNING, "A currency is not a code of ISO 4217, such as `KES`."),
    CURRENCY_DIFFERS(ERROR, "List and price name different currencies for one product."),
    DECIMALS(WARNING, "An amount has more decimals than its currency."),
    ZERO_PRICE(WARNING, "A product costs nothing."),
    PRICE_DIFFERS(INFO, "The price of one piece differs from the one in the list. Customers pay GET_PRICE's."),
    TIME_ZONE(WARNING, "A time has no offset from UTC, so nobody knows when it is."),
    SLOW(WARNING, "More than 5 in 100 calls take longer than the threshold. Customers wait for each of them."),

    ID_CHANGES(WARNING, "The same phone number got another customer id: the ERP makes customers twice."),
    TOTAL_DIFFERS(
            WARNING, "The ERP's total of the test order is not the one that was sent. Customers are asked again then."),
    ORDER_NUMBER_CHANGES(INFO, "The order number is another one after a while. Customers are told the first."),
    REPEAT_REFUSED(INFO, "An order sent again under its key is refused, not answered with the first order."),
    REPEAT_CREATES_SECOND_ORDER(WARNING, "An order sent again under its key becomes a second order."),
    ORDER_NOT_FOUND(
            ERROR, "An order that was made is not found by `client_reference`: after a lost answer it would double."),
    NUMBER_NOT_FOUND(WARNING, "An order that was made is not found by its `order_number`, which is what people name."),
    ORDER_FOUND_WRONGLY(ERROR, "FIND_ORDER answers an order for a reference that none has: orders could get lost."),
    NO_ORDERS(INFO, "There is no order of the last day, so what one looks like in the list was not checked."),
    ORDER_NOT_LISTED(ERROR, "An order that was just made is not among those changed since an hour ago."),
    FOREIGN_ORDERS(ERROR, "Asked for one customer's orders, the ERP lists those of others too."),
    RECEIPT_UNUSABLE(ERROR, "A receipt is neither a link that opens in a browser nor the base64 of a file."),
    CONFIRM_NOT_REPEATABLE(WARNING, "Confirming a confirmed order is refused, so a lost answer needs a person."),
    RELEASE_NOT_REPEATABLE(
            WARNING, "Releasing what was released is refused, so a lost answer leaves it open whether stock is held."),
    PAID_TOO_EARLY(ERROR, "A payment that nobody made counts as paid."),
    IDEMPOTENCY_OVERSTATED(ERROR, "The endpoint profile promises more than the ERP keeps: orders could double."),
    IDEMPOTENCY_UNDERSTATED(INFO, "The ERP can do more than the endpoint profile says.");

    private final Severity severity;
    private final String meaning;

    FindingKind(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    public Severity severity() {
        return severity;
    }

    /** A sentence for the manual. */
    public String meaning() {
        return meaning;
    }

    /** As it stands in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
