package io.waybill.erp;

import static io.waybill.erp.ErpOperation.Access.READ;
import static io.waybill.erp.ErpOperation.Access.WRITE;

/** What can be asked of an ERP. The names are the contract's and stand in flows and profiles as they are. */
public enum ErpOperation {
    LIST_PRODUCTS(READ),
    GET_PRICE(READ),
    UPSERT_CUSTOMER(WRITE),
    CREATE_ORDER(WRITE),
    CONFIRM_ORDER(WRITE),
    SET_ADDRESS(WRITE),
    GET_ORDER_STATUS(READ),
    LIST_JOBS(READ),
    CREATE_APPLICANT(WRITE),
    AUTH(READ),
    CANCEL_ORDER(WRITE),
    REQUEST_PAYMENT(WRITE),
    GET_PAYMENT_STATUS(READ),
    REFUND_PAYMENT(WRITE),
    SET_ORDER_STATUS(WRITE),
    LIST_ORDERS(READ),
    FIND_ORDER(READ),
    RESERVE_STOCK(WRITE),
    RELEASE_STOCK(WRITE),
    GET_RECEIPT(READ);

    private final Access access;

    ErpOperation(Access access) {
        this.access = access;
    }

    /** True when the ERP changes by it: such a call has a ledger row and is never repeated blindly. */
    public boolean writes() {
        return access == WRITE;
    }

    /** True for a write that leaves the ERP the same when it is done twice. */
    public boolean setsState() {
        return switch (this) {
            case UPSERT_CUSTOMER, CONFIRM_ORDER, SET_ADDRESS, SET_ORDER_STATUS, CANCEL_ORDER, RELEASE_STOCK -> true;
            default -> false;
        };
    }

    /** True when the answer is a list, read page by page. */
    public boolean lists() {
        return this == LIST_PRODUCTS || this == LIST_JOBS || this == LIST_ORDERS;
    }

    /** True when it is no error that there is nothing: the call ends {@link ErpReply.Empty} then. */
    public boolean mayFindNothing() {
        return lists() || this == FIND_ORDER;
    }

    /** True for what a payment provider does, be it the ERP or one beside it. */
    public boolean pays() {
        return this == REQUEST_PAYMENT || this == GET_PAYMENT_STATUS || this == REFUND_PAYMENT;
    }

    /** True when a shop cannot sell without it: an endpoint profile of this kind must have it. */
    public boolean required(EndpointProfile.Kind kind) {
        return switch (this) {
            case LIST_PRODUCTS, GET_PRICE, UPSERT_CUSTOMER, CREATE_ORDER, CONFIRM_ORDER ->
                kind == EndpointProfile.Kind.ERP;
            case REQUEST_PAYMENT, GET_PAYMENT_STATUS -> kind == EndpointProfile.Kind.PAYMENT;
            default -> false;
        };
    }

    enum Access {
        READ,
        WRITE
    }
}
