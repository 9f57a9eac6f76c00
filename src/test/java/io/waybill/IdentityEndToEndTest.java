package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.Json;
import org.junit.jupiter.api.Test;

/** Customers who turn out to be known already, or are called otherwise than before, in the middle of an order. */
class IdentityEndToEndTest extends RunningGateway {

    @Test
    void confirmsFromTheNewNumberWhatWasOrderedFromTheOldOne() throws Exception {
        Customer before = customer("Moving Amina").comesToTheSummary();
        String number = Customer.nextNumber();
        var system = Json.object().put("body", "changed").put("wa_id", number).put("type", "user_changed_number");
        before.sends(new CustomerMessage("system", system));
        Customer after = before.seenAs(number, null);
        await().untilAsserted(() -> assertThat(journal(after, "seen")).hasSize(1));

        String order = after.confirms();

        assertThat(ERP.orders()).extracting(made -> made.number()).containsOnlyOnce(order);
        assertThat(contacts(before)).isZero();
    }

    @Test
    void goesOnWithTheOrderOfSomebodyWhoTurnsOutToBeKnownByAUserIdToo() throws Exception {
        Customer hidden = Customer.withHiddenNumber("Hidden Brian", GRAPH, meta)
                .says("hello")
                .hearsUntil(1);
        Customer known = customer("Known Brian").comesToTheSummary();

        String order =
                known.seenAs(known.sender().waId(), hidden.sender().userId()).confirms();

        assertThat(ERP.orders()).extracting(made -> made.number()).containsOnlyOnce(order);
        await().untilAsserted(() ->
                assertThat(jdbc.sql("""
                                select count(*) from conversation where contact_id in (
                                    select id from contact where name in ('Known Brian', 'Hidden Brian'))
                                """).query(Integer.class).single()).isEqualTo(1));
    }

    private int contacts(Customer customer) {
        return jdbc.sql("select count(*) from contact_identity where value = ?")
                .param(customer.identity())
                .query(Integer.class)
                .single();
    }
}
