package io.waybill.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.access.KeptAudit;
import io.waybill.home.Misconfigured;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers are forgotten some time after the last words with them. */
class RetentionTest {

    private final ErasureRig rig = new ErasureRig();
    private final KeptAudit audit = new KeptAudit();
    private final SilentPeople silent = new SilentPeople(rig.shop.database.jdbc());
    private RetentionSettings settings = new RetentionSettings(Duration.ofDays(365), null);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void forgetsOnceWhoWasSilentForSoLongAndNobodyElse() {
        long quiet = customer("Quiet", 400);
        long recent = customer("Recent", 300);
        long told = customer("Told", 400);
        rig.shop.sql(
                "insert into chat_head (contact_id, at, messages, answered, snippet, snippet_at, snippet_by_us, human, team, kind, version)"
                        + " values (?, ?, 1, 1, 'News', ?, true, false, '', 'message', 1)",
                told,
                daysAgo(400),
                daysAgo(10));
        long ordering = customer("Ordering", 400);
        order("SO-open", ordering, "pending");
        long had = customer("Had", 400);
        order("SO-over", had, "delivered");
        assertThat(silent.count(rig.shop.clock.instant().minus(Duration.ofDays(365))))
                .isEqualTo(2);

        retention().forget();
        retention().forget();

        assertThat(names(quiet, had)).containsOnlyNulls();
        assertThat(names(recent, told, ordering)).containsExactly("Recent", "Told", "Ordering");
        assertThat(rig.shop.database.count("erasure")).isEqualTo(2);
        assertThat(audit.kept).containsExactly("contact.erase contact " + quiet, "contact.erase contact " + had);
    }

    @Test
    void keepsEverybodyUnlessItIsToldOtherwise() {
        long quiet = customer("Quiet", 4000);
        settings = new RetentionSettings(null, null);

        retention().forget();

        assertThat(names(quiet)).containsExactly("Quiet");
    }

    @Test
    void forgetsNobodyAfterLessThanAMonth() {
        assertThatThrownBy(() -> new RetentionSettings(Duration.ofDays(29), null).usable())
                .isInstanceOf(Misconfigured.class)
                .hasMessage("waybill.retention.customers must be 30 days or more.");
        assertThatThrownBy(() -> new RetentionSettings(null, Duration.ofDays(29)).usable())
                .isInstanceOf(Misconfigured.class)
                .hasMessage("waybill.retention.messages must be 30 days or more.");
    }

    private Retention retention() {
        return new Retention(
                silent, rig.people, () -> settings, audit, rig.shop.database.transaction(), rig.shop.clock);
    }

    private long customer(String name, int days) {
        long id = rig.shop
                .database
                .jdbc()
                .sql("insert into contact (phone_number_id, name, created_at) values ('1', ?, ?) returning id")
                .params(name, daysAgo(days))
                .query(Long.class)
                .single();
        rig.shop.sql("insert into conversation (contact_id, last_message_at) values (?, ?)", id, daysAgo(days));
        return id;
    }

    private void order(String order, long contact, String status) {
        rig.shop.sql("""
                insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at)
                values (?, ?, 'whatsapp', ?, ?, 'paid', ?, ?, ?)
                """, order, contact, status, daysAgo(390), daysAgo(390), daysAgo(390), daysAgo(390));
    }

    private Timestamp daysAgo(int days) {
        return Timestamp.from(rig.shop.clock.instant().minus(Duration.ofDays(days)));
    }

    private List<String> names(Long... contacts) {
        return rig.shop
                .database
                .jdbc()
                .sql("select name from contact where id = any(?) order by id")
                .param(contacts)
                .query((row, n) -> row.getString("name"))
                .list();
    }
}
