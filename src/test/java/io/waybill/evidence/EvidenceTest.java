package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is entered of an order can be shown, and cannot be changed unseen. */
class EvidenceTest {

    private static final String ORDER = "SO-1";
    private static final String ADDRESS = "Beth House, Kasarani, House 16";

    private final EvidenceRig rig = new EvidenceRig();

    @BeforeEach
    void order() {
        rig.order(ORDER, "pending");
        rig.writes("wamid.1", ADDRESS);
        rig.asksErp(
                "s1.create.SO-1",
                "CREATE_ORDER",
                """
                {"client_reference": "s1.create.SO-1", "name": "Amina", "order_note": "Deliver to: %s",
                 "items": [{"external_product_id": "P1", "name": "Gas", "qty": 1, "unit_price": 1310.00, "options": {"Name": "Amina"}}],
                 "totals": {"total": 1310.00, "currency": "KES"}}
                """.formatted(ADDRESS),
                "{\"external_order_id\": \"SO-1\", \"status\": \"pending\"}");
    }

    @Test
    void showsWhatWasSaidAskedAndAnsweredInOrderWithTheAddressByteForByte() {
        rig.happens(ORDER, "confirmed");
        JsonNode document = document(rig.of(ORDER));

        assertThat(kinds(document)).containsExactly("address", "ledger", "message.in", "order", "event");
        assertThat(entry(document, "address").at("/parts/address/text").asText())
                .isEqualTo("Deliver to: " + ADDRESS);
        assertThat(entry(document, "ledger").at("/body/totals").asText())
                .isEqualTo("{\"total\":1310.00,\"currency\":\"KES\"}");
        assertThat(entry(document, "ledger").at("/body").toString()).doesNotContain("Amina", "Beth");
        assertThat(EvidenceCheck.of(rig.of(ORDER)))
                .extracting(
                        EvidenceCheck.CheckedEvidence::intact,
                        EvidenceCheck.CheckedEvidence::order,
                        EvidenceCheck.CheckedEvidence::entries,
                        EvidenceCheck.CheckedEvidence::erased)
                .containsExactly(true, ORDER, 5, 0);
    }

    @Test
    void handsOutTheSameBytesUntilSomethingHappensAndAddsThen() {
        byte[] first = rig.of(ORDER);
        assertThat(rig.of(ORDER)).isEqualTo(first);

        rig.happens(ORDER, "delivered");
        JsonNode later = document(rig.of(ORDER));

        assertThat(later.path("count").asInt()).isEqualTo(5);
        assertThat(later.path("seals")).hasSize(2);
        assertThat(later.path("seals").get(0))
                .isEqualTo(document(first).path("seals").get(0));
        assertThat(later.path("entries").get(0))
                .isEqualTo(document(first).path("entries").get(0));
    }

    @Test
    void findsEveryByteThatIsChanged() {
        byte[] document = rig.of(ORDER);
        for (int at = 0; at < document.length; at++) {
            // The second makes capitals of small letters, as those of hex.
            for (int bit : List.of(1, 0x20)) {
                byte[] changed = document.clone();
                changed[at] ^= (byte) bit;
                assertThat(EvidenceCheck.of(changed).intact()).as("byte %d", at).isFalse();
            }
        }
        byte[] longer = java.util.Arrays.copyOf(document, document.length + 1);
        longer[document.length] = ' ';
        assertThat(EvidenceCheck.of(longer).intact()).isFalse();
    }

    @Test
    void namesTheFirstEntryThatDoesNotFit() {
        ObjectNode document = (ObjectNode) document(rig.of(ORDER));
        ((ObjectNode) document.path("entries").get(1).path("body")).put("totals", "{\"total\":1}");

        EvidenceCheck.CheckedEvidence result = EvidenceCheck.of(CanonicalJson.bytes(document));

        assertThat(result.entry()).isEqualTo(2);
        assertThat(result.problem())
                .isEqualTo("Entry 2 (ledger) does not fit its hash: it, or the one before it, was changed.");
    }

    @Test
    void findsEntriesThatAreLeftOutOrChangePlaces() {
        ObjectNode document = (ObjectNode) document(rig.of(ORDER));
        ObjectNode shorter = document.deepCopy();
        ((com.fasterxml.jackson.databind.node.ArrayNode) shorter.path("entries")).remove(3);
        shorter.put("count", 3);
        shorter.put("head", shorter.path("entries").get(2).path("hash").asText());

        assertThat(EvidenceCheck.of(CanonicalJson.bytes(shorter)).problem()).contains("The seal of");
        ((com.fasterxml.jackson.databind.node.ArrayNode) shorter.path("seals")).removeAll();
        assertThat(EvidenceCheck.of(CanonicalJson.bytes(shorter)).problem()).contains("not sealed");
    }

    @Test
    void keepsEntriesAndSealsFromBeingChangedInTheDatabase() {
        rig.of(ORDER);

        for (String statement : List.of(
                "update evidence_entry set body = '{}'",
                "delete from evidence_entry",
                "truncate evidence_entry",
                "update evidence_seal set head = ''",
                "delete from evidence_seal",
                "update evidence_part set content = ''")) {
            assertThatThrownBy(() -> rig.sql(statement)).hasMessageContaining("only added");
        }
    }

    @Test
    void showsWhatSomebodyChangesInTheDatabaseAfterItWasSealed() {
        rig.sealing.sealDue();
        rig.sql("update ledger set request = replace(request, '1310.00', '13.10')");
        JsonNode honest = document(rig.of(ORDER));

        assertThat(kinds(honest).stream().filter("ledger"::equals))
                .as("both stand there")
                .hasSize(2);
        assertThat(entry(honest, "ledger").at("/body/totals").asText()).contains("1310.00");

        rig.sql("alter table evidence_entry disable trigger all");
        rig.sql("update evidence_entry set body = replace(body, '1310.00', '13.10') where kind = 'ledger'");
        assertThat(EvidenceCheck.of(rig.of(ORDER)).problem()).startsWith("Entry 2 (ledger) does not fit");
        rig.sql("alter table evidence_seal disable trigger all");
        assertThat(rig.seals.check(null).broken()).isNull();
        rig.sql("update evidence_seal set head = replace(head, left(head, 1), 'x')");
        assertThat(rig.seals.check(null).broken()).isEqualTo(ORDER);
    }

    @Test
    void sealsByItselfWhatChangedAndEveryDayWhatHappensBeside() {
        rig.sealing.sealDue();
        assertThat(rig.chains.entries(ORDER)).hasSize(4);
        rig.sealing.sealDue();
        assertThat(rig.seals.of(ORDER)).hasSize(1);

        rig.happens(ORDER, "confirmed");
        rig.sealing.sealDue();
        assertThat(rig.chains.entries(ORDER)).hasSize(5);

        rig.writes("wamid.2", "Where are you?");
        rig.sealing.sealDue();
        assertThat(rig.chains.entries(ORDER)).as("not yet").hasSize(5);
        rig.clock.pass(Duration.ofDays(1));
        rig.sealing.sealDue();
        assertThat(rig.chains.entries(ORDER)).hasSize(6);
    }

    @Test
    void saysThatPartsWereErasedAndStillFits() {
        byte[] before = rig.of(ORDER);
        rig.database.transaction().executeWithoutResult(tx -> rig.evidence.erase(List.of(rig.contact)));
        byte[] after = rig.of(ORDER);

        EvidenceCheck.CheckedEvidence result = EvidenceCheck.of(after);
        assertThat(result.intact()).isTrue();
        assertThat(result.erased()).isEqualTo(5);
        assertThat(result.head()).isEqualTo(EvidenceCheck.of(before).head());
        assertThat(new String(after, StandardCharsets.UTF_8)).doesNotContain("Beth", "Amina");
        assertThat(rig.database.count("evidence_part")).isZero();
        assertThat(entry(document(after), "address").at("/parts/address"))
                .isEqualTo(Json.object().put("erased", true));
    }

    @Test
    void leavesOutWhatBelongsToTheNextOrder() {
        rig.clock.pass(Duration.ofHours(1));
        rig.order("SO-2", "pending");
        rig.writes("wamid.9", "Something else");

        assertThat(kinds(document(rig.of(ORDER))))
                .doesNotContain("message.out")
                .contains("message.in")
                .hasSize(4);
        assertThat(kinds(document(rig.of("SO-2")))).containsExactly("message.in", "order");
    }

    private static JsonNode document(byte[] bytes) {
        return Json.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<String> kinds(JsonNode document) {
        List<String> kinds = new ArrayList<>();
        document.path("entries").forEach(entry -> kinds.add(entry.path("kind").asText()));
        return kinds;
    }

    private static JsonNode entry(JsonNode document, String kind) {
        return document.path("entries").get(kinds(document).indexOf(kind));
    }
}
