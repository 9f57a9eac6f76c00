package io.waybill.evidence;

import io.waybill.access.Caller;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.order.OrderDesk;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out the evidence of orders, and says whether what was handed out is as it was. */
@RestController
@Needs(Permission.ORDERS_READ)
class EvidenceController {

    private static final int LONGEST = 16 * 1024 * 1024;

    private final Evidence evidence;
    private final Seals seals;
    private final OrderDesk desk;

    EvidenceController(Evidence evidence, Seals seals, OrderDesk desk) {
        this.evidence = evidence;
        this.seals = seals;
        this.desk = desk;
    }

    /** With what the customer wrote, so a key needs the scope for that too. */
    @GetMapping("/api/v1/orders/{order}/evidence")
    @ForApiKey(Scope.ORDERS_READ)
    @Needs({Permission.ORDERS_READ, Permission.MONEY, Permission.PERSONAL_DATA})
    ResponseEntity<byte[]> of(@PathVariable String order) {
        Caller.current().require(Scope.MESSAGES_READ);
        String known = desk.find(order)
                .map(OrderDesk.Known::externalOrderId)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(evidence.of(known));
    }

    @PostMapping("/api/v1/evidence/verify")
    @ForApiKey(Scope.ORDERS_READ)
    Verdict verify(InputStream body) throws IOException {
        byte[] document = body.readNBytes(LONGEST + 1);
        if (document.length > LONGEST) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "The document is longer than 16 MB: use evidence verify FILE.");
        }
        EvidenceCheck.CheckedEvidence result = EvidenceCheck.of(document);
        return Verdict.of(result, seals);
    }

    /** The seal that was made last: whoever keeps it elsewhere can prove that nothing before it was changed. */
    @GetMapping("/api/v1/evidence/head")
    @ForApiKey(Scope.ORDERS_READ)
    Head head() {
        return new Head(seals.last().orElse(Hashes.NOTHING));
    }

    /**
     * Looks at all seals that were ever made.
     *
     * @param seal one that was {@link #head()} once, and was kept elsewhere
     */
    @PostMapping("/api/v1/evidence/verify-seals")
    @ForApiKey(Scope.ORDERS_READ)
    Seals.SealCheck verifySeals(@RequestParam(required = false) @Nullable String seal) {
        if (seal != null && !seal.matches("[0-9a-f]{64}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "A seal is 64 hex digits, as GET /api/v1/evidence/head answers it or as it stands in a document.");
        }
        return seals.check(seal);
    }

    /**
     * @param sealedHere whether its last seal is the newest that this installation has made of the order; null: it does not fit
     * @param sealsSince how many it has made since that one; null: it does not fit, or was not made here
     */
    record Verdict(
            EvidenceCheck.CheckedEvidence document,
            @Nullable Boolean sealedHere,
            @Nullable Integer sealsSince) {

        static Verdict of(EvidenceCheck.CheckedEvidence result, Seals seals) {
            if (result.order() == null || result.seal() == null) {
                return new Verdict(result, null, null);
            }
            Integer since = seals.since(result.order(), result.seal()).orElse(null);
            return new Verdict(result, since != null && since == 0, since);
        }
    }

    record Head(String seal) {}
}
