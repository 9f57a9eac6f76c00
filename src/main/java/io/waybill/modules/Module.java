package io.waybill.modules;

import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowDefinition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the business; the operation that it cannot do without says which flows are of it. */
public enum Module {
    /** Customers order. */
    SALES(ErpOperation.CREATE_ORDER),
    /** People apply for jobs. */
    JOBS(ErpOperation.CREATE_APPLICANT),
    /** Customers are asked to pay. Flows that can do without are not of it. */
    PAYMENTS(ErpOperation.REQUEST_PAYMENT);

    private final ErpOperation operation;

    Module(ErpOperation operation) {
        this.operation = operation;
    }

    /** As it stands in the table, in addresses and in answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Module> of(String key) {
        return Arrays.stream(values())
                .filter(module -> module.key().equals(key))
                .findFirst();
    }

    ErpOperation operation() {
        return operation;
    }

    boolean has(FlowDefinition flow) {
        return this != PAYMENTS && flow.calls(operation);
    }
}
