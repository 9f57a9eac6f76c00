package io.waybill.conversation;

import io.waybill.erp.PaymentCallback;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Claims;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.inbox.PaymentCallbacks.Due;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the conversations that wait for payments of which their provider said that something happened. */
final class PaymentNews {

    private static final Logger log = LoggerFactory.getLogger(PaymentNews.class);

    private final PaymentCallbacks callbacks;
    private final Ledger ledger;
    private final Claims claims;

    PaymentNews(PaymentCallbacks callbacks, Ledger ledger, Claims claims) {
        this.callbacks = callbacks;
        this.ledger = ledger;
        this.claims = claims;
    }

    /** Claims up to {@code limit} of them; those that somebody holds come later. */
    List<Claim> take(int limit) {
        List<Due> due = limit > 0 ? callbacks.due(limit) : List.of();
        if (due.isEmpty()) {
            return List.of();
        }
        List<String> unassigned = due.stream()
                .filter(payment -> payment.contactId().isEmpty())
                .map(Due::paymentId)
                .toList();
        Map<String, Long> found = ledger.contactsOfPayments(unassigned);
        callbacks.assign(found);
        giveUp(unassigned);
        Set<Long> contacts = new TreeSet<>(found.values());
        due.forEach(payment -> payment.contactId().ifPresent(contacts::add));
        return claims.claimContacts(contacts);
    }

    private void giveUp(List<String> unassigned) {
        callbacks
                .giveUp(unassigned)
                .forEach(payment -> log.warn(
                        "The payment provider said that something happened to the payment {}, which nobody here asked for.",
                        PaymentCallback.masked(payment)));
    }
}
