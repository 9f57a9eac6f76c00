package io.waybill.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A new table that keeps something of people cannot be forgotten here. */
class KeptTablesTest {

    /** Tables that name a contact and keep nothing else of a person. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.of(
            "staff_message", "who of us said a message of the outbox, under which key",
            "test_message", "which messages of the outbox were tests",
            "reservation", "names that the ERP gave what it held for somebody",
            "payment_callback", "names that a payment provider gave payments, until they are looked at",
            "chat_touch", "that the list of chats is to look at a chat, for a moment",
            "chat_read", "how many messages of a chat somebody of ours has seen",
            "desk_alert", "that there is something to do, for a day",
            "erasure", "that somebody was forgotten; a contact that was is nobody");

    /** Tables that keep something of people and name no contact. */
    private static final Set<String> BY_ANOTHER_KEY = Set.of(
            "contact",
            "early_status",
            "evidence_part",
            "feedback",
            "identity_change",
            "order_event",
            "refund_request",
            "unhandled_update");

    @Test
    void erasesAndHandsOutWhatEachTableThatNamesAContactKeeps() {
        try (ErasureRig rig = new ErasureRig()) {
            Set<String> wanted = new TreeSet<>(rig.tables("""
                    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                    where c.table_schema = 'public' and c.column_name = 'contact_id' and t.table_type = 'BASE TABLE'
                    """));
            assertThat(wanted).as("the exceptions").containsAll(NOTHING_PERSONAL.keySet());
            wanted.removeAll(NOTHING_PERSONAL.keySet());
            wanted.addAll(BY_ANOTHER_KEY);

            List<KeptOfPeople> kept = rig.kept();
            assertThat(kept.stream().map(KeptOfPeople::name))
                    .as("Say what it keeps by a KeptOfPeople, or above why nothing")
                    .containsExactlyInAnyOrderElementsOf(wanted);
            Set<String> handingOutNothing = kept.stream()
                    .filter(one ->
                            one instanceof PersonalRows rows && rows.rows().isEmpty())
                    .map(KeptOfPeople::name)
                    .collect(Collectors.toSet());
            assertThat(handingOutNothing).isEmpty();
            for (KeptOfPeople one : kept) {
                assertThat(one.of(List.of(rig.shop.contact))).as(one.name()).isNotNull();
            }
            assertThat(new HashSet<>(rig.forgets().changes().keySet())).containsAll(wanted);
        }
    }
}
