package io.waybill.connection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpExchange;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.CheckOptions;
import io.waybill.erp.check.CheckReport;
import io.waybill.erp.check.ErpCheck;
import io.waybill.erp.check.Finding;
import io.waybill.erp.check.OperationProbe;
import io.waybill.erp.check.OperationProbe.Seen;
import io.waybill.erp.check.OperationReport;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries what is edited, and remembers which operations went well. It is never what customers are served by. */
final class Testing {

    private final Connections connections;
    private final Clock clock;
    private final Supplier<String> ids;
    private final AtomicBoolean checking = new AtomicBoolean();

    Testing(Connections connections, Clock clock, Supplier<String> ids) {
        this.connections = connections;
        this.clock = clock;
        this.ids = ids;
    }

    /** The request as it would go out. */
    Seen dry(ErpOperation operation, @Nullable ObjectNode request) {
        Edited edited = set(operation);
        return probe(connections.tried(edited)).dry(operation, request(edited, operation, request));
    }

    /** Asks the ERP; what it makes there stays there. */
    Seen real(ErpOperation operation, @Nullable ObjectNode request, String by) {
        Edited edited = set(operation);
        ErpGateway gateway = connections.tried(edited);
        Seen seen = probe(gateway).real(operation, request(edited, operation, request));
        connections.tested(edited, test(operation, seen, by));
        signIn(seen).ifPresent(exchange -> connections.tested(edited, signedIn(exchange, by)));
        return seen;
    }

    /** Asks everything there is to ask, and writes a test order that it takes back if {@code write}. */
    CheckReport check(boolean write, String by) {
        if (!checking.compareAndSet(false, true)) {
            throw new NotNow("A contract check is running on this node already: wait for its end.");
        }
        try {
            Edited edited = connections.edited();
            Map<ErpOperation, OperationTest> before = connections.tests(edited);
            ErpGateway gateway = connections.tried(edited);
            CheckReport report =
                    new ErpCheck(gateway, clock, ids).check(CheckOptions.usual().withWrites(write));
            report.operations().stream()
                    .filter(operation -> operation.calls() > 0)
                    .map(operation -> test(operation, before.get(operation.operation()), by))
                    .forEach(test -> connections.tested(edited, test));
            return report;
        } finally {
            checking.set(false);
        }
    }

    private OperationProbe probe(ErpGateway gateway) {
        return new OperationProbe(gateway, clock, ids);
    }

    private Edited set(ErpOperation operation) {
        if (operation == ErpOperation.AUTH) {
            throw new Changing.Refused("Signing in is tested with each of the others: test LIST_PRODUCTS.");
        }
        Edited edited = connections.edited();
        if (edited.profile().endpoint(operation).isEmpty()) {
            throw new Changing.Refused("%s is not set: give it a method and a path first.".formatted(operation));
        }
        return edited;
    }

    private ObjectNode request(Edited edited, ErpOperation operation, @Nullable ObjectNode wanted) {
        return wanted == null ? new SampleRequests(connections.tests(edited).values()).of(operation) : wanted;
    }

    private static Optional<ErpExchange> signIn(Seen seen) {
        return seen.steps().stream()
                .filter(step -> step.operation() == ErpOperation.AUTH)
                .map(OperationProbe.Step::exchange)
                .reduce((first, last) -> last);
    }

    private OperationTest signedIn(ErpExchange exchange, String by) {
        Integer status = exchange.status();
        boolean ok = status != null && status / 100 == 2;
        return new OperationTest(
                ErpOperation.AUTH,
                ok,
                status,
                exchange.took(),
                ok ? "" : "Signing in failed.",
                JsonNodeFactory.instance.objectNode(),
                by,
                clock.instant());
    }

    private OperationTest test(ErpOperation operation, Seen seen, String by) {
        Optional<ErpExchange> last =
                seen.steps().stream().map(OperationProbe.Step::exchange).reduce((first, then) -> then);
        return new OperationTest(
                operation,
                seen.verdict() != Verdict.ERROR,
                last.map(ErpExchange::status).orElse(null),
                seen.steps().stream().map(step -> step.exchange().took()).reduce(Duration.ZERO, Duration::plus),
                sentence(seen.verdict(), seen.findings(), seen.sentence()),
                SampleRequests.facts(operation, seen.answer()),
                by,
                clock.instant());
    }

    private OperationTest test(OperationReport report, @Nullable OperationTest before, String by) {
        return new OperationTest(
                report.operation(),
                report.verdict() != Verdict.ERROR,
                before == null ? null : before.status(),
                Optional.ofNullable(report.p95()).orElse(Duration.ZERO),
                sentence(report.verdict(), report.findings(), report.note()),
                before == null ? JsonNodeFactory.instance.objectNode() : before.facts(),
                by,
                clock.instant());
    }

    private static String sentence(Verdict verdict, List<Finding> findings, String otherwise) {
        if (verdict != Verdict.ERROR) {
            return "";
        }
        return findings.stream()
                .findFirst()
                .map(Finding::sentence)
                .orElse(otherwise.isEmpty() ? "The answer does not keep the contract." : otherwise);
    }
}
