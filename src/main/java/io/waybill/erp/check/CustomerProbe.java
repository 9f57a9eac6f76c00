package io.waybill.erp.check;

import io.waybill.erp.ErpOperation;
import java.util.Optional;

/** Makes the test customer, twice. */
final class CustomerProbe {

    private static final ErpOperation OPERATION = ErpOperation.UPSERT_CUSTOMER;
    private static final String ID = "external_customer_id";

    private final Run run;

    CustomerProbe(Run run) {
        this.run = run;
    }

    /** The ERP's id of the customer. */
    Optional<String> make() {
        Optional<String> first = ask();
        if (first.isPresent()) {
            ask().filter(second -> !second.equals(first.get())).ifPresent(second -> changed(first.get(), second));
        }
        return first;
    }

    /** Each time with a key of its own: the phone number must be what tells customers apart. */
    private Optional<String> ask() {
        return run.ask(
                        OPERATION,
                        Run.request().put("phone", run.options().phone()).put("name", TestOrder.MARK),
                        run.key())
                .body()
                .map(body -> body.get(ID).textValue());
    }

    private void changed(String first, String second) {
        run.tested(OPERATION)
                .add(Finding.at(
                        ID,
                        FindingKind.ID_CHANGES,
                        "The same phone number got customer %s and then %s. Make the ERP look for the phone number before it makes a customer."
                                .formatted(run.shown().id(first), run.shown().id(second))));
    }
}
