package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.checkout.Quote;
import io.waybill.checkout.Wanted;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.erp.ErpOperation;
import io.waybill.order.OrderContents.Contents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where an order goes, as its receipt says it. */
class SentOrdersTest extends LedgerSupport {

    private static final Quote FREE = new Quote(List.of(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, "KES");

    @Test
    void readsTheNoteOfAFlow() {
        assertThat(ofFlow("Deliver to: Beth House\nHouse 5"))
                .extracting(Contents::address, Contents::pickup)
                .containsExactly("Beth House\nHouse 5", false);
        assertThat(ofFlow("Retrait : Rue 1"))
                .extracting(Contents::address, Contents::pickup)
                .containsExactly("Rue 1", true);
    }

    @Test
    void tellsTheAddressOfAnOrderFromItsNote() {
        assertThat(ofOthers(place("Beth House, 12 Garden Street"), "Ring twice", false))
                .as("the ERP has no SET_ADDRESS, so it stands in the note with what else was said")
                .extracting(Contents::address, Contents::pickup)
                .containsExactly("Beth House, 12 Garden Street", false);
        assertThat(ofOthers(null, "Ring twice", false))
                .as("nobody said where")
                .extracting(Contents::address, Contents::pickup)
                .containsExactly(null, false);
        assertThat(ofOthers(place("Pick-up: is my street"), null, false))
                .extracting(Contents::address, Contents::pickup)
                .containsExactly("Pick-up: is my street", false);
    }

    @Test
    void knowsThatAnOrderIsFetchedWithoutAPlaceBeingNamed() {
        assertThat(ofOthers(null, null, true))
                .extracting(Contents::address, Contents::pickup)
                .containsExactly(null, true);
        assertThat(ofOthers(null, "After six", true))
                .extracting(Contents::address, Contents::pickup)
                .containsExactly(null, true);
    }

    private Contents ofFlow(String note) {
        return contents("s1.order.1", note, null);
    }

    private Contents ofOthers(Wanted.@Nullable Address address, @Nullable String note, boolean pickup) {
        Wanted wanted = new Wanted("+254700000001", "Amina", null, FREE, address, note, pickup, false, null);
        String place = address == null ? "" : "Deliver to: " + address.text();
        return contents("order.1.o1", note == null ? place : (place + "\n" + note).strip(), wanted);
    }

    private static Wanted.Address place(String text) {
        return new Wanted.Address(text, null, null);
    }

    private Contents contents(String key, String note, @Nullable Wanted wanted) {
        Entry open = open(contact(), key, ErpOperation.CREATE_ORDER);
        String id = "SO-" + open.contactId();
        String request = "{\"order_note\": \"%s\", \"items\": [], \"totals\": {\"total\": 1, \"currency\": \"KES\"}}"
                .formatted(note.replace("\n", "\\n"));
        save(new Entry(
                open.contactId(),
                key,
                open.operation(),
                request,
                State.OK,
                "{\"external_order_id\": \"%s\"}".formatted(id),
                null,
                1,
                null,
                open.openedAt(),
                open.openedAt(),
                open.openedAt()));
        return new SentOrders(database.jdbc(), new ObjectMapper(), asked -> Optional.ofNullable(wanted))
                .of(id)
                .orElseThrow();
    }
}
