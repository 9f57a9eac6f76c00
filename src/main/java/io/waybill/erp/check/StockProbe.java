package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reserves one piece and lets go of it at once, twice. */
final class StockProbe {

    /** After which an ERP lets go by itself. */
    private static final int MINUTES = 5;

    private final Run run;
    private @Nullable String held;
    private boolean doubtful;

    StockProbe(Run run) {
        this.run = run;
    }

    void probe(TestOrder order) {
        if (!run.has(ErpOperation.RESERVE_STOCK)) {
            return;
        }
        if (!run.has(ErpOperation.RELEASE_STOCK)) {
            run.tested(ErpOperation.RESERVE_STOCK)
                    .note("Nothing was reserved: the endpoint profile has no RELEASE_STOCK to let go of it.");
            return;
        }
        run.tested(ErpOperation.RELEASE_STOCK).note("There is no reservation to release.");
        ObjectNode request = Run.request();
        request.set("items", order.request().get("items"));
        doubtful = true;
        Call call = run.ask(ErpOperation.RESERVE_STOCK, request.put("minutes", MINUTES), run.key());
        doubtful = call.reply() instanceof ErpReply.Unknown;
        held = call.body().map(body -> body.get("reservation_id").textValue()).orElse(null);
        if (held != null) {
            release(held);
        }
    }

    private void release(String id) {
        Call first = run.ask(ErpOperation.RELEASE_STOCK, request(id), run.key());
        if (!first.went()) {
            return;
        }
        held = null;
        Call second = run.time(ErpOperation.RELEASE_STOCK, request(id), run.key());
        if (!second.went() && !(second.reply() instanceof ErpReply.Refused)) {
            run.explain(ErpOperation.RELEASE_STOCK, second);
        } else if (!second.went()) {
            run.tested(ErpOperation.RELEASE_STOCK)
                    .add(Finding.of(
                            FindingKind.RELEASE_NOT_REPEATABLE,
                            "Released a second time, the ERP refuses. Make it answer what became of the reservation: "
                                    + run.shown().reason(Run.reason(second.reply()))));
        }
    }

    private static ObjectNode request(String id) {
        return Run.request().put("reservation_id", id);
    }

    /** Lets go of what is held still; a sentence of what may be held after that. */
    Optional<String> letGo() {
        if (held != null && !isReleased(held)) {
            return Optional.of("Reservation %s is held for %d minutes: release it in the ERP, or wait."
                    .formatted(run.shown().id(held), MINUTES));
        }
        return doubtful
                ? Optional.of("There may be a reservation in the ERP that ends after %d minutes.".formatted(MINUTES))
                : Optional.empty();
    }

    private boolean isReleased(String id) {
        try {
            return run.time(ErpOperation.RELEASE_STOCK, request(id), run.key()).went();
        } catch (Run.Over over) {
            return false;
        }
    }
}
