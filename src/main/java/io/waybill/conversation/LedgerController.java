package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.checkout.Placement;
import io.waybill.checkout.Placements;
import io.waybill.conversation.LedgerDoubts.Doubt;
import io.waybill.erp.Contract;
import io.waybill.erp.ErpOperation;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows people the writes whose end is not known, takes what they found in the ERP, and compares our orders with the ERP's. */
@RestController
@Needs(Permission.OPERATIONS_READ)
class LedgerController {

    private static final int MOST = 1_000;
    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final LedgerDoubts doubts;
    private final Placements placements;
    private final Reconciliation reconciliation;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;

    LedgerController(
            LedgerDoubts doubts,
            Placements placements,
            Reconciliation reconciliation,
            TransactionTemplate transaction,
            ObjectMapper json,
            Audit audit,
            Clock clock) {
        this.doubts = doubts;
        this.placements = placements;
        this.reconciliation = reconciliation;
        this.transaction = transaction;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/erp/doubts")
    Doubts doubts(@RequestParam(defaultValue = "100") int limit) {
        return new Doubts(doubts.all(Math.clamp(limit, 1, MOST)));
    }

    /** The customer's session goes on with it as if the ERP had said so. */
    @PostMapping("/api/erp/doubts/{contactId}/{key}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.OPERATIONS_RUN)
    void decide(
            @PathVariable long contactId,
            @PathVariable String key,
            @RequestBody Decision decision,
            Principal principal) {
        Doubt doubt = doubts.find(contactId, key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no doubt about %s.".formatted(key)));
        ObjectNode answer = decision.executed() ? answer(doubt, decision) : null;
        ObjectNode kept = json.createObjectNode().put("executed", decision.executed());
        if (answer != null) {
            kept.set("answer", answer);
        }
        String by = principal.getName();
        transaction.executeWithoutResult(tx -> {
            if (!doubts.decide(
                    doubt, kept.toString(), answer == null ? null : answer.toString(), by, clock.instant())) {
                throw new ResponseStatusException(
                        HttpStatus.CONFLICT, "The end of %s has become known in the meantime.".formatted(key));
            }
            audit.done(
                    "doubt.decide", "contact %d %s".formatted(contactId, key), null, new Audited(decision.executed()));
            if (Placement.is(key)) {
                placements.decided(key);
            }
        });
    }

    private ObjectNode answer(Doubt doubt, Decision decision) {
        ObjectNode answer = decision.answer() == null ? json.createObjectNode() : decision.answer();
        Contract.of(ErpOperation.valueOf(doubt.operation()))
                .problemOfAnswer(answer)
                .ifPresent(problem -> {
                    throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, problem);
                });
        return answer;
    }

    /** Orders since {@code since}, 7 days back unless given. */
    @GetMapping("/api/erp/reconciliation")
    @Needs({Permission.OPERATIONS_READ, Permission.MONEY})
    Reconciliation.ReconciliationReport reconciliation(@RequestParam(required = false) @Nullable Instant since) {
        return reconciliation.since(since == null ? clock.instant().minus(USUAL_PERIOD) : since);
    }

    record Doubts(List<Doubt> doubts) {}

    private record Audited(boolean executed) {}

    /**
     * What a person found in the ERP.
     *
     * @param answer what the ERP would have answered, in the words of the contract; needed when it was executed
     */
    record Decision(boolean executed, @Nullable ObjectNode answer) {}
}
