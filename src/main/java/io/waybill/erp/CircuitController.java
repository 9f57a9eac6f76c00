package io.waybill.erp;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which operations are kept from an ERP or a payment provider in trouble, as this node sees it. */
@RestController
@RequestMapping("/api/erp/circuits")
@Needs(Permission.ERP_READ)
class CircuitController {

    private final Circuits circuits;

    CircuitController(Circuits circuits) {
        this.circuits = circuits;
    }

    @GetMapping
    List<CircuitView> circuits() {
        return circuits.all().stream().map(CircuitView::of).toList();
    }

    /** @param system needed only for AUTH, which both may have */
    @PostMapping("/{operation}/try-once")
    @Needs(Permission.OPERATIONS_RUN)
    TriedView tryOnce(@PathVariable ErpOperation operation, @RequestParam(required = false) @Nullable String system) {
        Circuits.System whose = circuits.systemOf(operation, system)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The endpoint profile has no %s.".formatted(operation)));
        Optional<ErpReply> reply = circuits.tryOnce(whose, operation);
        return new TriedView(
                reply.map(ErpGateway::outcome).orElse(null),
                reply.map(CircuitController::reason)
                        .orElse("Nothing was asked: there is nothing to ask %s about. The next calls are let through."
                                .formatted(operation)),
                CircuitView.of(circuits.seen(whose, operation)));
    }

    private static String reason(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Ok ok -> "The ERP answers.";
            case ErpReply.Empty empty -> "The ERP answers.";
            case ErpReply.Refused(String reason) -> ErpGateway.withoutNumbers(reason);
            case ErpReply.Down(String reason) -> ErpGateway.withoutNumbers(reason);
            case ErpReply.Unknown(String reason) -> ErpGateway.withoutNumbers(reason);
        };
    }

    /**
     * @param system erp, or payment for the payment provider beside it
     * @param state closed, half-open or open
     */
    record CircuitView(
            String system,
            ErpOperation operation,
            String state,
            String since,
            int calls,
            int failures,
            @Nullable String lastError,
            @Nullable String lastErrorAt,
            @Nullable String triedAgainAt) {

        static CircuitView of(Circuits.Seen seen) {
            Circuit circuit = seen.circuit();
            Circuit.Failure last = circuit.lastFailure();
            return new CircuitView(
                    seen.system().toString(),
                    circuit.operation(),
                    circuit.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    circuit.since().toString(),
                    circuit.calls(),
                    circuit.failures(),
                    last == null ? null : reason(seen.system(), last.reason()),
                    last == null ? null : last.at().toString(),
                    circuit.triedAgainAt() == null
                            ? null
                            : circuit.triedAgainAt().toString());
        }
    }

    private static String reason(Circuits.System system, String reason) {
        return system == Circuits.System.PAYMENT ? PaymentSetup.words(reason) : reason;
    }

    /** @param outcome how the call ended; null when none was made */
    record TriedView(@Nullable String outcome, String sentence, CircuitView circuit) {}
}
