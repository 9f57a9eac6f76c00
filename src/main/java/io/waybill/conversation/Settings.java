package io.waybill.conversation;

import io.waybill.delivery.Band;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.*}: how much is done at once, and business settings that have no screen yet.
 *
 * @param contactsAtOnce contacts worked on at the same time by this node; more wait in PostgreSQL
 * @param lease how long a contact stays with a node that does not renew its claim
 * @param outbox bounds of sending
 * @param delivery delivery charges by quantity
 */
@ConfigurationProperties("waybill")
record Settings(
        @DefaultValue("256") int contactsAtOnce,
        @DefaultValue("60s") Duration lease,
        @DefaultValue Sending outbox,
        @DefaultValue Delivery delivery) {

    /**
     * @param inMemory messages taken into memory to be sent; more wait in PostgreSQL
     * @param connections calls to Graph at the same time
     * @param attempts tries of one message before it is given up
     * @param firstRetry pause after the first failed try, doubled each time up to five minutes
     * @param reconcile how long a status may settle a message that may or may not have been sent
     */
    record Sending(
            @DefaultValue("4000") int inMemory,
            @DefaultValue("128") int connections,
            @DefaultValue("12") int attempts,
            @DefaultValue("1s") Duration firstRetry,
            @DefaultValue("15s") Duration reconcile) {}

    /** @param bands rows of the delivery table; none means free delivery */
    record Delivery(@DefaultValue List<Band> bands) {}
}
