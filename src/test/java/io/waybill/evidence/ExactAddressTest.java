package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.conversation.OrderContentsRig;
import io.waybill.expression.Json;
import io.waybill.receipt.AddressOnReceipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** 000-40: an address arrives unchanged in the order's body, on the receipt and in the evidence. */
class ExactAddressTest {

    private static final int ADDRESSES = 1_000;

    private final EvidenceRig rig = new EvidenceRig();
    private final SplittableRandom random = new SplittableRandom(40);

    @Test
    void anyAddressOf5To400CharactersIsByteIdenticalInOrderBodyReceiptAndEvidence() {
        List<String> addresses = new ArrayList<>(List.of("Beth House, Kasarani, House 16"));
        while (addresses.size() <= ADDRESSES) {
            addresses.add(address());
        }
        rig.order("SO-1", "pending");
        List<EvidenceRig.Write> writes = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            String address = quoted(addresses.get(i));
            String order = "{\"external_order_id\": \"%s\", \"address_text\": %s}";
            writes.add(new EvidenceRig.Write(
                    somebody(i),
                    "create",
                    "CREATE_ORDER",
                    "{\"items\": [], \"totals\": {\"total\": 1, \"currency\": \"KES\"}, \"order_note\": %s}"
                            .formatted(quoted("Deliver to: " + addresses.get(i))),
                    "{\"external_order_id\": \"E%d\"}".formatted(i)));
            writes.add(new EvidenceRig.Write(
                    somebody(i), "address", "SET_ADDRESS", order.formatted("E" + i, address), "{}"));
            writes.add(
                    new EvidenceRig.Write(rig.contact, "a" + i, "SET_ADDRESS", order.formatted("SO-1", address), "{}"));
        }
        rig.asksErp(writes);
        rig.sql("analyze ledger");
        Map<String, String> evidence = evidence();
        Map<Long, String> bodies = bodies();
        OrderContentsRig contents = new OrderContentsRig(rig.database.jdbc());

        for (int i = 0; i < addresses.size(); i++) {
            byte[] address = addresses.get(i).getBytes(StandardCharsets.UTF_8);
            assertThat(bytes(bodies.get(somebody(i))))
                    .as("order body")
                    .isEqualTo(bytes("Deliver to: " + addresses.get(i)));
            assertThat(bytes(AddressOnReceipt.of(contents.contents("E" + i))))
                    .as("receipt")
                    .isEqualTo(address);
            assertThat(bytes(evidence.get("a%d.address_text".formatted(i))))
                    .as("evidence")
                    .isEqualTo(address);
        }
    }

    private Map<String, String> evidence() {
        byte[] document = rig.of("SO-1");
        assertThat(EvidenceCheck.of(document).intact()).isTrue();
        Map<String, String> addresses = new HashMap<>();
        for (JsonNode entry :
                Json.read(new String(document, StandardCharsets.UTF_8)).path("entries")) {
            if (entry.path("kind").asText().equals("address")) {
                addresses.put(
                        entry.path("key").asText(),
                        entry.at("/parts/address/text").asText());
            }
        }
        return addresses;
    }

    private static long somebody(int i) {
        return 10_000L + i;
    }

    private Map<Long, String> bodies() {
        Map<Long, String> bodies = new HashMap<>();
        rig.database
                .jdbc()
                .sql("select contact_id, request from ledger where key = 'create'")
                .query(row -> {
                    bodies.put(
                            row.getLong("contact_id"),
                            Json.read(row.getString("request"))
                                    .path("order_note")
                                    .asText());
                });
        return bodies;
    }

    /** Whatever Unicode has, but what PostgreSQL keeps in no text and halves of characters. */
    private String address() {
        int length = random.nextInt(5, 401);
        StringBuilder address = new StringBuilder();
        while (address.codePointCount(0, address.length()) < length) {
            int range = random.nextInt(6);
            int c = switch (range) {
                case 0, 1 -> random.nextInt(' ', 0x7f);
                case 2 -> random.nextInt(0xa0, 0x600);
                case 3 -> random.nextInt(0x600, 0x3000);
                case 4 -> random.nextInt(1, 0x10000);
                default -> random.nextInt(0x10000, 0x110000);
            };
            if (!Character.isSurrogate((char) c) || c > 0xffff) {
                address.appendCodePoint(c);
            }
        }
        return address.toString();
    }

    private static String quoted(String text) {
        return Json.write(Json.nodes().textNode(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
