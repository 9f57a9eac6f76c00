package io.waybill.connection;

import io.waybill.erp.ErpOperation;
import java.util.List;

/** One row of the endpoint table, in the words of the contract. */
record ContractRow(ErpOperation operation, Group group, boolean required, String sends, String returns) {

    /** Which table it stands in. */
    enum Group {
        SALES,
        HR,
        COMMON
    }

    /** The ten, in their order. */
    static final List<ContractRow> ALL = List.of(
            sales(
                    ErpOperation.LIST_PRODUCTS,
                    true,
                    "active_only, page, limit",
                    "items[] id, name, price, currency, active"),
            sales(ErpOperation.GET_PRICE, true, "external_product_id, qty", "unit_price, currency"),
            sales(ErpOperation.UPSERT_CUSTOMER, true, "phone, name", "external_customer_id"),
            sales(
                    ErpOperation.CREATE_ORDER,
                    true,
                    "external_customer_id, items[], order_note, totals",
                    "external_order_id, order_number, status"),
            sales(ErpOperation.CONFIRM_ORDER, true, "external_order_id, payment_info", "status"),
            sales(ErpOperation.SET_ADDRESS, false, "external_order_id, address fields", "status"),
            sales(ErpOperation.GET_ORDER_STATUS, false, "external_order_id", "status, order_number"),
            hr(ErpOperation.LIST_JOBS, "active_only, page, limit", "items[] id, name, active, department_name"),
            hr(ErpOperation.CREATE_APPLICANT, "name, email, role, phone, resume_*", "external_applicant_id, status"),
            new ContractRow(
                    ErpOperation.AUTH,
                    Group.COMMON,
                    false,
                    "Only if ERP needs a token / token check",
                    "access_token optional"));

    private static ContractRow sales(ErpOperation operation, boolean required, String sends, String returns) {
        return new ContractRow(operation, Group.SALES, required, sends, returns);
    }

    private static ContractRow hr(ErpOperation operation, String sends, String returns) {
        return new ContractRow(operation, Group.HR, false, sends, returns);
    }
}
