package io.waybill.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.conversation.Reservations.Held;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the ERP to let go of what nobody will order any more, each reservation by one node, until the ERP has heard it. */
final class ReservationReleases {

    private static final Logger log = LoggerFactory.getLogger(ReservationReleases.class);
    private static final int AT_ONCE = 32;

    /** Longer than a call takes; by then an ERP that was away may be back. */
    private static final Duration RETRY = Duration.ofMinutes(2);

    private final Reservations reservations;
    private final ErpGateway erp;
    private final Journal journal;
    private final JournalWords words;
    private final Clock clock;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    ReservationReleases(Reservations reservations, ErpGateway erp, Journal journal, JournalWords words, Clock clock) {
        this.reservations = reservations;
        this.erp = erp;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** Begins to release what is due; an ERP without RELEASE_STOCK lets go by itself when the time is over. */
    void look() {
        if (erp.available().contains(ErpOperation.RELEASE_STOCK)) {
            reservations
                    .due(clock.instant(), clock.instant().plus(RETRY), AT_ONCE)
                    .forEach(held -> threads.execute(() -> release(held)));
        }
    }

    private void release(Held held) {
        try {
            // The contract says that releasing twice is no mistake, so a lost answer needs no ledger row.
            ObjectNode request = JsonNodeFactory.instance.objectNode().put(Reservations.VARIABLE, held.reservationId());
            ErpAnswer answer = erp.call(ErpOperation.RELEASE_STOCK, request, held.key() + ".release");
            if (answer.reply() instanceof ErpReply.Ok || answer.reply() instanceof ErpReply.Refused) {
                reservations.released(held);
            }
            journal.append(List.of(new Journal.Entry(
                    held.contactId(),
                    clock.instant(),
                    "reservation-" + held.key(),
                    "erp",
                    words.erp(
                            ErpOperation.RELEASE_STOCK.name(),
                            Writes.outcome(answer.reply()),
                            Writes.reason(answer.reply()),
                            answer.exchanges()))));
        } catch (RuntimeException e) {
            log.error(
                    "The reservation {} of contact {} was not released; next try in 2 minutes.",
                    held.reservationId(),
                    held.contactId(),
                    e);
        }
    }
}
