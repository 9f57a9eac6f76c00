package io.waybill.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.access.KeptAudit;
import io.waybill.database.KeptForAWhile;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages do not become older than somebody has said, in chats that go on as well. */
class OldMessagesTest {

    private final ErasureRig rig = new ErasureRig();
    private final KeptAudit audit = new KeptAudit();
    private RetentionSettings settings = new RetentionSettings(null, Duration.ofDays(90));
    private final long amina = rig.shop.contact;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void deletesOldMessagesAndTheJournalAndLeavesTheOthers() {
        for (int days : List.of(400, 91, 89, 0)) {
            received("in-" + days, days, "done");
            sent(days, "sent");
            noted(days);
            file("file-" + days, days);
        }

        forget();
        forget();

        assertThat(ids("select wamid from inbox order by received_at")).containsExactly("in-89", "in-0");
        assertThat(rig.shop.database.count("outbox")).isEqualTo(2);
        assertThat(rig.shop.database.count("journal")).isEqualTo(2);
        assertThat(ids("select id from media order by created_at")).containsExactly("file-89", "file-0");
        assertThat(audit.kept)
                .singleElement()
                .asString()
                .startsWith("messages.delete ")
                .contains("inbox 2", "outbox 2", "journal 2", "media 2");
    }

    @Test
    void leavesWhatSomebodyHasToSeeToAndTheBooks() {
        received("waiting", 400, "pending");
        received("dead", 400, "dead");
        long unseen = sent(400, "dead");
        attempt(unseen, null);
        long seen = sent(400, "dead");
        attempt(seen, daysAgo(399));
        long test = sent(400, "sent");
        rig.shop.sql(
                "insert into test_message (contact_id, id, code, asked_at, asked_by) values (?, ?, 'a', ?, 'ada')",
                amina,
                test,
                daysAgo(400));
        sent(400, "queued");
        rig.shop.sql("insert into media (id, created_at) values ('picture of a product', ?)", daysAgo(400));
        rig.shop.sql("insert into media (id, contact_id, created_at) values ('receipt', ?, ?)", amina, daysAgo(400));
        rig.shop.order("SO-1", "pending");
        rig.shop.sql("""
                insert into ledger (contact_id, key, operation, request, state, opened_at)
                values (?, 'old', 'CREATE_ORDER', '{}', 'ok', ?)
                """, amina, daysAgo(400));

        forget();

        assertThat(ids("select wamid from inbox order by wamid")).containsExactly("dead", "waiting");
        assertThat(ids("select id::text from outbox order by id"))
                .hasSize(3)
                .contains(String.valueOf(unseen), String.valueOf(test))
                .doesNotContain(String.valueOf(seen));
        assertThat(ids("select id::text from outbox_attempt")).containsExactly(String.valueOf(unseen));
        assertThat(rig.shop.database.count("media")).isEqualTo(2);
        assertThat(rig.shop.database.count("order_reference")).isOne();
        assertThat(rig.shop.database.count("ledger")).isOne();
    }

    @Test
    void whatWasReadOfAChatGoesDownWithItsMessages() {
        for (int days : List.of(400, 300, 10)) {
            received("in-" + days, days, "done");
        }
        rig.shop.sql("insert into chat_read (username, contact_id, messages) values ('ada', ?, 3)", amina);
        rig.shop.sql("delete from chat_touch");

        forget();

        assertThat(ids("select messages::text from chat_read")).containsExactly("1");
        assertThat(ids("select distinct contact_id::text from chat_touch"))
                .as("its row in the list is made anew")
                .containsExactly(String.valueOf(amina));
    }

    @Test
    void deletesMoreThanOnePieceAndSaysBeforeHowMany() {
        rig.shop.sql("""
                insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state)
                select ?, 'm' || n, ?, ?, 't', '{}', 'done' from generate_series(1, 1201) n
                """, amina, daysAgo(200), daysAgo(200));
        assertThat(old().count(rig.shop.clock.instant().minus(Duration.ofDays(90))))
                .isEqualTo(1201);

        forget();

        assertThat(rig.shop.database.count("inbox")).isZero();
    }

    @Test
    void keepsAllUnlessItIsToldOtherwise() {
        settings = new RetentionSettings(Duration.ofDays(30), null);
        received("in", 4000, "done");

        forget();

        assertThat(rig.shop.database.count("inbox")).isOne();
        assertThat(audit.kept).isEmpty();
    }

    @Test
    void findsWhatIsOldByAnIndex() {
        Instant now = rig.shop.clock.instant();
        rig.shop.sql("set enable_seqscan = off");
        for (KeptForAWhile one : rig.aging()) {
            String plan = String.join(
                    "\n",
                    ids("explain select * from %s where %s < '%s'"
                            .formatted(one.name(), at(one.name()), now.minus(Duration.ofDays(90)))));
            assertThat(plan).as(one.name()).contains("Bitmap Index Scan");
        }
    }

    private static String at(String table) {
        return switch (table) {
            case "inbox" -> "received_at";
            case "journal", "outbox_attempt" -> "at";
            default -> "created_at";
        };
    }

    private OldMessages old() {
        return new OldMessages(rig.aging(), () -> settings, audit, rig.shop.clock);
    }

    private void forget() {
        old().forget();
    }

    private void received(String wamid, int days, String state) {
        rig.shop.sql(
                "insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state) values (?, ?, ?, ?, 't', '{\"a\":1}', ?)",
                amina,
                wamid,
                daysAgo(days),
                daysAgo(days),
                state);
    }

    private long sent(int days, String state) {
        return rig.shop
                .database
                .jdbc()
                .sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, state)
                        values (?, '1', 't', '{}', ?, ?, ?) returning id
                        """)
                .params(amina, daysAgo(days), daysAgo(days), state)
                .query(Long.class)
                .single();
    }

    private void attempt(long id, @Nullable Timestamp settledAt) {
        rig.shop.sql(
                "insert into outbox_attempt (contact_id, id, at, outcome, advice, settled_at) values (?, ?, ?, 'dead', '', ?)",
                amina,
                id,
                daysAgo(400),
                settledAt);
    }

    private void noted(int days) {
        rig.shop.sql(
                "insert into journal (contact_id, at, trace, kind, body) values (?, ?, 't', 'turn', '{}')",
                amina,
                daysAgo(days));
    }

    private void file(String id, int days) {
        rig.shop.sql(
                "insert into media (id, contact_id, media_id, created_at) values (?, ?, 'm', ?)",
                id,
                amina,
                daysAgo(days));
    }

    private Timestamp daysAgo(int days) {
        return Timestamp.from(rig.shop.clock.instant().minus(Duration.ofDays(days)));
    }

    private List<String> ids(String query) {
        return rig.shop.database.jdbc().sql(query).query(String.class).list();
    }
}
