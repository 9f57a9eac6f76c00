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
 * @param delivery delivery charges by quantity
 */
@ConfigurationProperties("waybill")
record Settings(
        @DefaultValue("256") int contactsAtOnce,
        @DefaultValue("60s") Duration lease,
        @DefaultValue Delivery delivery) {

    /** @param bands rows of the delivery table; none means free delivery */
    record Delivery(@DefaultValue List<Band> bands) {}
}
