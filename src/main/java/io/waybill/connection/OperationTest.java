package io.waybill.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last test of an operation as it is set up.
 *
 * @param status of the answer; null when none came
 * @param sentence what was wrong; empty: nothing
 * @param facts of the answer that other tests ask about
 */
record OperationTest(
        ErpOperation operation,
        boolean ok,
        @Nullable Integer status,
        Duration took,
        String sentence,
        ObjectNode facts,
        String by,
        Instant at) {}
