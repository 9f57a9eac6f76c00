package io.waybill.connection;

import io.waybill.erp.ErpOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether customers may be served by an ERP: nothing is missing, and the five it cannot do without are there and were tried. */
final class GoLive {

    private GoLive() {}

    /** Why an operation keeps it back. */
    enum Why {
        /** It has no method and path. */
        NOT_SET,
        NOT_TESTED,
        TEST_FAILED,
        /** The connection as a whole is not ready. */
        NOT_READY
    }

    /**
     * One thing to do before.
     *
     * @param operation null: it is about the connection
     */
    record MissingForLive(@Nullable ErpOperation operation, Why why, String sentence) {}

    /** @param problem why the connection cannot be asked; empty: it can */
    static List<MissingForLive> missing(
            Edited edited, Map<ErpOperation, OperationTest> tests, Optional<String> problem) {
        List<MissingForLive> missing = new ArrayList<>();
        problem.ifPresent(sentence -> missing.add(new MissingForLive(null, Why.NOT_READY, sentence)));
        ContractRow.ALL.stream()
                .filter(ContractRow::required)
                .map(ContractRow::operation)
                .forEach(
                        operation -> of(operation, edited, tests.get(operation)).ifPresent(missing::add));
        return missing;
    }

    private static Optional<MissingForLive> of(ErpOperation operation, Edited edited, @Nullable OperationTest test) {
        if (edited.profile().endpoint(operation).isEmpty()) {
            return Optional.of(new MissingForLive(
                    operation, Why.NOT_SET, "%s is not set: give it a method and a path.".formatted(operation)));
        }
        if (test == null) {
            return Optional.of(new MissingForLive(
                    operation, Why.NOT_TESTED, "%s was not tested as it is set up now.".formatted(operation)));
        }
        return test.ok()
                ? Optional.empty()
                : Optional.of(new MissingForLive(
                        operation,
                        Why.TEST_FAILED,
                        "The last test of %s failed: %s".formatted(operation, test.sentence())));
    }
}
