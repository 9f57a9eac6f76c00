package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.OrderProbe.Made;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lists the orders of late, and those of one customer. */
final class OrderListProbe {

    private static final ErpOperation OPERATION = ErpOperation.LIST_ORDERS;
    private static final String ID = "external_order_id";
    private static final String CUSTOMER = "external_customer_id";
    /** Enough for a clock that goes wrong, and not for one of another zone. */
    private static final Duration JUST_NOW = Duration.ofHours(1);

    private final Run run;
    private final ListProbe list;

    OrderListProbe(Run run) {
        this.run = run;
        this.list = new ListProbe(run, OPERATION);
    }

    /** @param made the test order, which must be among them */
    void read(Optional<Made> made) {
        Duration back = made.isPresent() ? JUST_NOW : Duration.ofDays(1);
        ListProbe.Reading late = list.read(
                Run.request().put("changed_since", run.start().minus(back).toString()));
        if (!late.went()) {
            return;
        }
        made.ifPresent(order -> isListed(order, late.rows()));
        if (made.isEmpty() && late.rows().isEmpty()) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            "items",
                            FindingKind.NO_ORDERS,
                            "The ERP lists no order of the last day, so the fields of one were not checked."));
        }
        late.rows().stream()
                .flatMap(row -> Rows.id(row, CUSTOMER).stream())
                .findFirst()
                .ifPresent(this::ofCustomer);
    }

    private void isListed(Made made, List<ObjectNode> rows) {
        if (rows.stream()
                .noneMatch(row -> Rows.id(row, ID).filter(made.id()::equals).isPresent())) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            "items",
                            FindingKind.ORDER_NOT_LISTED,
                            "The test order %s is not among the %d orders that changed within the hour before. Make the ERP list orders that are new as well, and read the zone of changed_since."
                                    .formatted(run.shown().id(made.number()), rows.size())));
        }
    }

    private void ofCustomer(String customer) {
        ListProbe.Reading theirs = list.read(Run.request().put(CUSTOMER, customer));
        long foreign = theirs.rows().stream()
                .filter(row -> Rows.id(row, CUSTOMER)
                        .filter(id -> !id.equals(customer))
                        .isPresent())
                .count();
        if (foreign > 0) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            "items[]." + CUSTOMER,
                            FindingKind.FOREIGN_ORDERS,
                            "%d of %d orders are of other customers, although external_customer_id was sent. Make the ERP honour it: a customer would see what others ordered."
                                    .formatted(foreign, theirs.rows().size())));
        }
    }
}
