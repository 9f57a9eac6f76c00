package io.waybill.evidence;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The evidence of orders. */
public final class Evidence {

    private final Sealing sealing;
    private final Chains chains;
    private final Seals seals;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Evidence(Sealing sealing, Chains chains, Seals seals, JdbcClient jdbc, TransactionTemplate transaction) {
        this.sealing = sealing;
        this.chains = chains;
        this.seals = seals;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** All up to now, which is sealed by that. */
    byte[] of(String externalOrderId) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            sealing.seal(externalOrderId);
            return EvidenceDocument.of(
                    externalOrderId,
                    chains.entries(externalOrderId),
                    chains.parts(externalOrderId),
                    seals.of(externalOrderId));
        }));
    }

    /** Seals what is known of these contacts' orders, then deletes what is personal of it; in the caller's transaction. */
    public int erase(List<Long> contacts) {
        List<String> orders = jdbc.sql(
                        "select external_order_id from order_reference where contact_id = any(?) order by external_order_id")
                .param(contacts.toArray(Long[]::new))
                .query(String.class)
                .list();
        orders.forEach(sealing::seal);
        return chains.erase(orders);
    }
}
