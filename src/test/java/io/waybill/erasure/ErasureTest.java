package io.waybill.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erasure.People.UnderWay;
import io.waybill.evidence.EvidenceCheck;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing of a person stays anywhere, all of it was handed out before, and nothing brings it back. */
class ErasureTest {

    private static final String ORDER = "SO-1";
    private static final String WAMID = "wamid.HBgMMjU0NzAwMDAwMDAx";

    private final ErasureRig rig = new ErasureRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void leavesNothingThatTellsOfThePersonInTimelinesOrTheirEvidence() {
        isOrderedAndTalkedAbout();
        Timestamp now = rig.shop.now();
        for (List<String> event : List.of(
                List.of("refund", "", "Asked for 5.00 KES back: SECRET illness"),
                List.of("service", "", "The service Call was closed while it was ready. SECRET words"),
                List.of("asked", "", "CANCEL_ORDER: SECRET wish"),
                List.of("tracking", "https://parcels.example/SECRET", ""))) {
            rig.shop.sql(
                    "insert into order_event (external_order_id, at, heard_at, origin, kind, after, detail) values (?, ?, ?, 'staff', ?, ?, ?)",
                    ORDER,
                    now,
                    now,
                    event.get(0),
                    event.get(1),
                    event.get(2));
        }
        rig.shop.happens(ORDER, "delivered");
        assertThat(new String(rig.shop.of(ORDER), StandardCharsets.UTF_8)).contains("SECRET illness");
        assertThat(rig.people.export(rig.shop.contact).path("order_event").toString())
                .contains("SECRET illness", "parcels.example");

        assertThat(rig.forgets().changes()).containsEntry("order_event", 4);

        assertThat(rig.everywhere("SECRET")).isEmpty();
        assertThat(new String(rig.shop.of(ORDER), StandardCharsets.UTF_8))
                .doesNotContain("SECRET")
                .contains("delivered");
    }

    @Test
    void givesUpReceiptsThatWaitToBeSentAndHandsTheirReasonsOut() {
        isOrderedAndTalkedAbout();
        rig.shop.happens(ORDER, "delivered");
        rig.shop.sql(
                "insert into receipt (external_order_id, payment_key, paid_at, state, due_at, reason) values (?, 'PAY1', ?, 'wanted', ?, 'SECRET')",
                ORDER,
                rig.shop.now(),
                rig.shop.now());
        assertThat(rig.people.export(rig.shop.contact).path("receipt").toString())
                .contains("PAY1", "SECRET");

        assertThat(rig.forgets().changes()).containsEntry("receipt", 1);

        assertThat(rig.people.export(rig.shop.contact).path("receipt").toString())
                .contains("failed")
                .doesNotContain("SECRET");
    }

    @Test
    void entersNothingASecondTimeOnceThePersonIsForgotten() {
        isOrderedAndTalkedAbout();
        rig.shop.happens(ORDER, "delivered");
        JsonNode before = document();

        rig.forgets();
        rig.shop.happens(ORDER, "delivered");
        JsonNode after = document();

        assertThat(after.path("count").asInt())
                .as("but for what has happened since: %s", after)
                .isEqualTo(before.path("count").asInt() + 1);
        EvidenceCheck.CheckedEvidence check = EvidenceCheck.of(rig.shop.of(ORDER));
        assertThat(check.intact()).as(String.valueOf(check.problem())).isTrue();
        assertThat(check.erased()).isPositive();
    }

    @Test
    void refusesWhileANodeHasAMessageToThemInItsMemoryAlsoWhenForced() {
        rig.shop.sql(
                "insert into outbox (contact_id, phone_number_id, trace, payload, state, node, next_attempt_at, created_at) values (?, '1', 't', '{}', 'queued', 7, ?, ?)",
                rig.shop.contact,
                rig.shop.now(),
                rig.shop.now());

        assertThatThrownBy(rig::forgets)
                .isInstanceOf(UnderWay.class)
                .hasMessageStartingWith("A message to them is on its way");

        rig.shop.sql("update outbox set node = null");
        rig.forgets();
        assertThat(rig.tables("select state || ' ' || left(wamid, 7) from outbox"))
                .containsExactly("dead erased-");
    }

    @Test
    void forgetsWhoOrderedElsewhereAlsoWithWhatPostgresqlCannotLookInto() {
        String wanted = """
                {"phone": "+254700000001", "name": "SECRET", "language": "en", "quote": {"lines": [{"external_product_id": "P1", "name": "Ring",
                 "options": {"Engraving": "SECRET\\u0000"}, "qty": 1, "unit_price": 10.00, "total": 10.00}], "subtotal": 10.00, "delivery": 0,
                 "total": 10.00, "currency": "KES"}, "address": {"text": "SECRET street"}, "note": "SECRET", "pickup": false, "cod": true}
                """;
        rig.shop.sql("""
                insert into placed_order (id, placed_by, idempotency_key, body_hash, contact_id, source, wanted, outcome, next_step, customer_id, reason,
                    code, placed_at)
                values ('order.1', 'shop', 'k', 'h', ?, 'website', ?, 'pending', 'order', 'C-SECRET', 'SECRET is on hold', 'CODE', ?)
                """, rig.shop.contact, wanted, rig.shop.now());

        assertThatThrownBy(() -> rig.people.erase(rig.shop.contact, false, "ada"))
                .hasMessageStartingWith("The order order.1 has not come to the ERP (pending).");
        rig.forgets();

        assertThat(rig.everywhere("SECRET")).isEmpty();
        assertThat(rig.tables("select concat_ws(' ', outcome, next_step) from placed_order"))
                .containsExactly("manual");
        JsonNode kept = Json.read(rig.tables("select wanted from placed_order").getFirst());
        assertThat(kept.at("/quote/lines/0/name").asText()).isEqualTo("Ring");
        assertThat(kept.at("/quote/total").decimalValue()).isEqualByComparingTo("10.00");
    }

    @Test
    void leavesNoNumberInNamesThatMetaGives() {
        rig.shop.writes(WAMID, "my number is another now");
        rig.shop.sql(
                "insert into identity_change (phone_number_id, key) values ('1', ?), ('1', 'of somebody else')", WAMID);
        rig.shop.sql(
                "insert into early_status (wamid, state, at) values (?, 'read', ?), ('of somebody else', 'read', ?)",
                WAMID,
                rig.shop.now(),
                rig.shop.now());
        assertThat(rig.people.export(rig.shop.contact))
                .contains(Json.read("[{\"phone_number_id\": \"1\", \"key\": \"%s\"}]".formatted(WAMID)));

        assertThat(rig.forgets().changes()).containsEntry("identity_change", 1).containsEntry("early_status", 1);

        assertThat(rig.everywhere(WAMID)).isEmpty();
        assertThat(rig.shop.database.count("identity_change")).isOne();
    }

    @Test
    void handsOutAndForgetsSessionsCartsAttemptsAndReasonsEachUnderItsTable() {
        isOrderedAndTalkedAbout();
        Timestamp now = rig.shop.now();
        rig.shop.sql(
                "insert into conversation (contact_id, session) values (?, '{\"name\": \"SECRET session\"}')",
                rig.shop.contact);
        rig.shop.sql(
                "insert into open_cart (contact_id, lines, since, changed_at, look_at) values (?, 3, ?, ?, ?)",
                rig.shop.contact,
                now,
                now,
                now);
        rig.shop.sql(
                "insert into outbox_attempt (contact_id, id, at, outcome, details, advice) values (?, 1, ?, 'dead', 'SECRET details', 'a')",
                rig.shop.contact,
                now);
        rig.shop.sql("""
                insert into refund_request (external_order_id, amount, currency, reason, requested_by, requested_at, state)
                values (?, 5, 'KES', 'SECRET reason', 'ada', ?, 'requested')
                """, ORDER, now);

        JsonNode export = rig.people.export(rig.shop.contact);
        assertThat(export.at("/conversation/0/session").asText()).contains("SECRET session");
        assertThat(export.at("/open_cart/0/lines").asInt()).isEqualTo(3);
        assertThat(export.at("/outbox_attempt/0/details").asText()).isEqualTo("SECRET details");
        assertThat(export.at("/refund_request/0/reason").asText()).isEqualTo("SECRET reason");

        assertThat(rig.forgets().changes())
                .containsEntry("conversation", 1)
                .containsEntry("open_cart", 1)
                .containsEntry("outbox_attempt", 1)
                .containsEntry("refund_request", 1)
                .containsEntry("inbox", 1);
        assertThat(rig.everywhere("SECRET")).isEmpty();
        assertThat(rig.shop.database.count("open_cart")).isZero();
    }

    private void isOrderedAndTalkedAbout() {
        rig.shop.order(ORDER, "pending");
        rig.shop.writes(WAMID, "SECRET address");
        rig.shop.sql("""
                insert into outbox (contact_id, phone_number_id, trace, payload, state, wamid, sent_at, next_attempt_at, created_at)
                values (?, '1', 't', '{"text": "SECRET"}', 'sent', 'wamid.out', ?, ?, ?)
                """, rig.shop.contact, rig.shop.now(), rig.shop.now(), rig.shop.now());
        rig.shop.asksErp("s1.create.SO-1", "CREATE_ORDER", """
                {"name": "SECRET", "items": [{"external_product_id": "P1", "qty": 1, "options": {"Name": "SECRET"}}], "totals": {"total": 1310.00}}
                """, "{\"external_order_id\": \"SO-1\"}");
        rig.shop.sql(
                "insert into journal (contact_id, at, trace, kind, body) values (?, ?, 't', 'handover', '{\"reason\": \"SECRET\"}')",
                rig.shop.contact,
                rig.shop.now());
    }

    private JsonNode document() {
        return Json.read(new String(rig.shop.of(ORDER), StandardCharsets.UTF_8));
    }
}
