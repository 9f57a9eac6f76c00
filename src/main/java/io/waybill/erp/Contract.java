package io.waybill.erp;

import static io.waybill.erp.Contract.Need.ONE_OF;
import static io.waybill.erp.Contract.Need.OPTIONAL;
import static io.waybill.erp.Contract.Need.REQUIRED;
import static io.waybill.erp.Contract.Need.ROW_KEY;
import static io.waybill.erp.Contract.Need.WITH_PRICE;
import static io.waybill.erp.Contract.Need.WITH_TOTAL;
import static io.waybill.erp.Contract.Type.BOOLEAN;
import static io.waybill.erp.Contract.Type.DECIMAL;
import static io.waybill.erp.Contract.Type.FILE;
import static io.waybill.erp.Contract.Type.ID;
import static io.waybill.erp.Contract.Type.LIST;
import static io.waybill.erp.Contract.Type.MONEY;
import static io.waybill.erp.Contract.Type.OBJECT;
import static io.waybill.erp.Contract.Type.TEXT;
import static io.waybill.erp.Contract.Type.TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What one operation sends and must get back, in the names used on the wire. Fields beyond these are passed on as they are.
 *
 * <p>An order that FIND_ORDER does not find is answered with status 200 and {@code {"found": false}}, not with 404: frameworks
 * answer a wrong path with 404 and JSON too, and an order that is taken for missing would be created again.
 *
 * @param answer fields of the answer; for a list, the fields of each of its {@code items}
 */
public record Contract(ErpOperation operation, List<Field> request, List<Field> answer) {

    /** Where FIND_ORDER says whether there is such an order; true unless given. */
    static final String FOUND = "found";

    /** Where REQUEST_PAYMENT says where to pay, and by what. */
    static final String PAY_LINK = "pay_link";

    static final String METHOD = "method";

    /** One field of a request or an answer. */
    public record Field(String name, Type type, Need need) {}

    /** What a field holds. */
    public enum Type {
        ID("text or a number"),
        TEXT("text"),
        MONEY("a decimal number that is not negative"),
        DECIMAL("a decimal number"),
        BOOLEAN("true or false"),
        TIME("a time with its zone, such as 2026-11-21T12:00:00Z"),
        OBJECT("an object"),
        LIST("a list"),
        /** Goes out as a name, a type, and the bytes or a link: see {@link EndpointProfile.Files}. */
        FILE("a file that a customer sent");

        private final String wanted;

        Type(String wanted) {
            this.wanted = wanted;
        }

        /** The type in an operator's words. */
        public String wanted() {
            return wanted;
        }
    }

    /** When a field must be there. */
    public enum Need {
        REQUIRED,
        OPTIONAL,
        /** In every row of a list; no two rows have the same. */
        ROW_KEY,
        /** At least one of the fields with this need. */
        ONE_OF,
        /** As soon as {@code price} is there. */
        WITH_PRICE,
        /** As soon as {@code total} is there. */
        WITH_TOTAL
    }

    /** The contract of {@code operation}. */
    public static Contract of(ErpOperation operation) {
        return switch (operation) {
            case LIST_PRODUCTS -> LIST_PRODUCTS;
            case GET_PRICE -> GET_PRICE;
            case UPSERT_CUSTOMER -> UPSERT_CUSTOMER;
            case CREATE_ORDER -> CREATE_ORDER;
            case CONFIRM_ORDER -> CONFIRM_ORDER;
            case SET_ADDRESS -> SET_ADDRESS;
            case GET_ORDER_STATUS -> GET_ORDER_STATUS;
            case LIST_JOBS -> LIST_JOBS;
            case CREATE_APPLICANT -> CREATE_APPLICANT;
            case AUTH -> AUTH;
            case CANCEL_ORDER -> CANCEL_ORDER;
            case REQUEST_PAYMENT -> REQUEST_PAYMENT;
            case GET_PAYMENT_STATUS -> GET_PAYMENT_STATUS;
            case REFUND_PAYMENT -> REFUND_PAYMENT;
            case SET_ORDER_STATUS -> SET_ORDER_STATUS;
            case LIST_ORDERS -> LIST_ORDERS;
            case FIND_ORDER -> FIND_ORDER;
            case RESERVE_STOCK -> RESERVE_STOCK;
            case RELEASE_STOCK -> RELEASE_STOCK;
            case GET_RECEIPT -> GET_RECEIPT;
        };
    }

    /** The field by which the rows of a list are told apart. */
    public String rowKey() {
        return answer.stream()
                .filter(field -> field.need() == ROW_KEY)
                .findFirst()
                .map(Field::name)
                .orElseThrow(() -> new IllegalStateException(operation + " is no list."));
    }

    /** A sentence naming the first required field that {@code sent} lacks. */
    public Optional<String> problemOfRequest(ObjectNode sent) {
        return ContractCheck.problemOfRequest(this, sent);
    }

    /** Brings {@code answered} into the contract's types, or says in a sentence what is wrong with it. */
    public Optional<String> problemOfAnswer(JsonNode answered) {
        return ContractCheck.problemOfAnswer(this, answered);
    }

    /** {@code value} as the field's type; empty when it is something else. */
    public static Optional<JsonNode> typed(Field field, JsonNode value) {
        return Optional.ofNullable(ContractCheck.typed(field.type(), value));
    }

    /** True when {@code answered} lacks something without {@code field}. */
    public static boolean isNeeded(Field field, ObjectNode answered) {
        return ContractCheck.isNeeded(field, answered);
    }

    private static final Contract LIST_PRODUCTS = new Contract(
            ErpOperation.LIST_PRODUCTS,
            List.of(optional("active_only", BOOLEAN), optional("page", DECIMAL), optional("limit", DECIMAL)),
            List.of(
                    new Field("id", ID, ROW_KEY),
                    required("name", TEXT),
                    optional("price", MONEY),
                    new Field("currency", TEXT, WITH_PRICE),
                    required("active", BOOLEAN),
                    // How many there are now.
                    optional("stock", DECIMAL),
                    optional("max_qty", DECIMAL),
                    // "service" is time with a person, as long as duration_minutes; everything else is goods.
                    optional("kind", TEXT),
                    optional("duration_minutes", DECIMAL),
                    // Each {"name": "Size", "values": ["Small", "Large"]}.
                    optional("options", LIST)));

    private static final Contract GET_PRICE = new Contract(
            ErpOperation.GET_PRICE,
            List.of(required("external_product_id", ID), required("qty", DECIMAL), optional("options", OBJECT)),
            List.of(required("unit_price", MONEY), required("currency", TEXT), optional("stock", DECIMAL)));

    private static final Contract UPSERT_CUSTOMER = new Contract(
            ErpOperation.UPSERT_CUSTOMER,
            // A customer who hides the number has a user id only.
            List.of(optional("phone", TEXT), optional("user_id", TEXT), required("name", TEXT)),
            List.of(required("external_customer_id", ID)));

    private static final Contract CREATE_ORDER = new Contract(
            ErpOperation.CREATE_ORDER,
            List.of(
                    required("external_customer_id", ID),
                    required("items", LIST),
                    optional("order_note", TEXT),
                    required("totals", OBJECT),
                    // Of RESERVE_STOCK: the order takes what is held, and the reservation is over.
                    optional("reservation_id", ID)),
            List.of(
                    required("external_order_id", ID),
                    required("order_number", ID),
                    required("status", TEXT),
                    optional("total", MONEY)));

    private static final Contract CONFIRM_ORDER = new Contract(
            ErpOperation.CONFIRM_ORDER,
            List.of(required("external_order_id", ID), optional("payment_info", OBJECT)),
            // Some ERPs number an order only when it is confirmed.
            List.of(required("status", TEXT), optional("order_number", ID)));

    private static final Contract SET_ADDRESS = new Contract(
            ErpOperation.SET_ADDRESS,
            List.of(
                    required("external_order_id", ID),
                    optional("address_text", TEXT),
                    optional("latitude", DECIMAL),
                    optional("longitude", DECIMAL)),
            List.of(required("status", TEXT)));

    private static final Contract GET_ORDER_STATUS = new Contract(
            ErpOperation.GET_ORDER_STATUS,
            List.of(required("external_order_id", ID)),
            List.of(required("status", TEXT), required("order_number", ID)));

    private static final Contract LIST_JOBS = new Contract(
            ErpOperation.LIST_JOBS,
            LIST_PRODUCTS.request(),
            List.of(
                    new Field("id", ID, ROW_KEY),
                    required("name", TEXT),
                    required("active", BOOLEAN),
                    optional("department_name", TEXT)));

    private static final Contract CREATE_APPLICANT = new Contract(
            ErpOperation.CREATE_APPLICANT,
            List.of(
                    required("name", TEXT),
                    required("email", TEXT),
                    required("role", ID),
                    optional("phone", TEXT),
                    optional("resume", FILE)),
            List.of(required("external_applicant_id", ID), required("status", TEXT)));

    private static final Contract AUTH = new Contract(
            ErpOperation.AUTH,
            List.of(
                    optional("username", TEXT),
                    optional("password", TEXT),
                    optional("client_id", TEXT),
                    optional("client_secret", TEXT)),
            List.of(optional("access_token", TEXT), optional("expires_in", DECIMAL)));

    private static final Contract CANCEL_ORDER = new Contract(
            ErpOperation.CANCEL_ORDER,
            List.of(required("external_order_id", ID), optional("reason", TEXT)),
            List.of(required("status", TEXT)));

    private static final Contract REQUEST_PAYMENT = new Contract(
            ErpOperation.REQUEST_PAYMENT,
            List.of(
                    required("external_order_id", ID),
                    required("amount", MONEY),
                    required("currency", TEXT),
                    // The number that is chatting: the payer is never somebody else.
                    required("phone", TEXT)),
            List.of(
                    required("payment_id", ID),
                    required("status", TEXT),
                    optional(PAY_LINK, TEXT),
                    // Whom it is paid by, as the ERP shall read it; unless given, the title of the payment profile.
                    optional(METHOD, TEXT)));

    private static final Contract GET_PAYMENT_STATUS = new Contract(
            ErpOperation.GET_PAYMENT_STATUS,
            List.of(required("external_order_id", ID), optional("payment_id", ID)),
            List.of(required("status", TEXT), optional("paid_amount", MONEY)));

    private static final Contract REFUND_PAYMENT = new Contract(
            ErpOperation.REFUND_PAYMENT,
            List.of(
                    required("payment_id", ID),
                    required("external_order_id", ID),
                    required("amount", MONEY),
                    required("currency", TEXT),
                    optional("reason", TEXT)),
            List.of(required("refund_id", ID), required("status", TEXT)));

    private static final Contract SET_ORDER_STATUS = new Contract(
            ErpOperation.SET_ORDER_STATUS,
            List.of(required("external_order_id", ID), required("status", TEXT)),
            List.of(required("status", TEXT)));

    private static final Contract LIST_ORDERS = new Contract(
            ErpOperation.LIST_ORDERS,
            List.of(
                    optional("status", TEXT),
                    // Orders that were made or changed at this time or later.
                    optional("changed_since", TIME),
                    optional("external_customer_id", ID),
                    optional("page", DECIMAL),
                    optional("limit", DECIMAL)),
            List.of(
                    new Field("external_order_id", ID, ROW_KEY),
                    required("order_number", ID),
                    required("status", TEXT),
                    optional("total", MONEY),
                    new Field("currency", TEXT, WITH_TOTAL),
                    optional("external_customer_id", ID),
                    // What we called it in CREATE_ORDER.
                    optional("client_reference", ID),
                    optional("placed_at", TIME),
                    optional("changed_at", TIME)));

    private static final Contract FIND_ORDER = new Contract(
            ErpOperation.FIND_ORDER,
            List.of(new Field("client_reference", ID, ONE_OF), new Field("order_number", ID, ONE_OF)),
            List.of(
                    optional(FOUND, BOOLEAN),
                    required("external_order_id", ID),
                    required("order_number", ID),
                    required("status", TEXT),
                    optional("total", MONEY),
                    new Field("currency", TEXT, WITH_TOTAL),
                    optional("client_reference", ID)));

    private static final Contract RESERVE_STOCK = new Contract(
            ErpOperation.RESERVE_STOCK,
            // Each item as in CREATE_ORDER. All of it is held, or nothing: what is short is refused.
            List.of(required("items", LIST), required("minutes", DECIMAL)),
            List.of(required("reservation_id", ID), optional("expires_at", TIME)));

    private static final Contract RELEASE_STOCK = new Contract(
            ErpOperation.RELEASE_STOCK,
            List.of(required("reservation_id", ID)),
            // Releasing what was released, used up or has expired is no mistake.
            List.of(required("status", TEXT)));

    private static final Contract GET_RECEIPT = new Contract(
            ErpOperation.GET_RECEIPT,
            List.of(required("external_order_id", ID)),
            List.of(
                    new Field("receipt_url", TEXT, ONE_OF),
                    new Field("receipt_base64", TEXT, ONE_OF),
                    optional("filename", TEXT),
                    optional("mime", TEXT)));

    private static Field required(String name, Type type) {
        return new Field(name, type, REQUIRED);
    }

    private static Field optional(String name, Type type) {
        return new Field(name, type, OPTIONAL);
    }
}
