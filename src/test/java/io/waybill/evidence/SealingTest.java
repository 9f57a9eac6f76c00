package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever happens, each order is sealed in the end, and what was kept elsewhere shows what was taken away here. */
class SealingTest {

    private final EvidenceRig rig = new EvidenceRig();

    @Test
    void sealsOrdersThatNobodyLookedAtWhileTheyWereNew() {
        rig.order("SO-1", "pending");
        rig.clock.pass(Duration.ofDays(20));
        rig.order("SO-2", "pending");

        rig.sealing.sealDue();

        assertThat(rig.seals.of("SO-1")).hasSize(1);
        assertThat(rig.seals.of("SO-2")).hasSize(1);
    }

    @Test
    void sealsNewerOrdersAlthoughAsManyAsAreLookedAtAtOnceCannotBe() {
        rig.order("SO-0", "pending");
        rig.sql("""
                insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at)
                select 'SO-' || n, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at
                from order_reference, generate_series(1, 49) n
                """);
        cannotBeRead();
        rig.clock.pass(Duration.ofMinutes(1));
        rig.order("SO-50", "pending");
        rig.sql("update order_reference set contact_id = contact_id + 1 where external_order_id = 'SO-50'");

        rig.sealing.sealDue();

        assertThat(rig.seals.of("SO-50")).hasSize(1);
        assertThat(rig.seals.of("SO-49")).isEmpty();
    }

    @Test
    void triesOneThatCannotBeSealedLaterAndLater() {
        rig.order("SO-1", "pending");
        cannotBeRead();
        rig.sealing.sealDue();
        rig.clock.pass(Duration.ofSeconds(61));
        rig.sealing.sealDue();
        rig.sql("delete from ledger");

        rig.clock.pass(Duration.ofSeconds(61));
        rig.sealing.sealDue();
        assertThat(rig.seals.of("SO-1")).as("not yet").isEmpty();
        rig.clock.pass(Duration.ofSeconds(61));
        rig.sealing.sealDue();
        assertThat(rig.seals.of("SO-1")).hasSize(1);
    }

    private void cannotBeRead() {
        rig.asksErp("s1.create", "CREATE_ORDER", "not JSON", "{}");
    }

    @Test
    void saysWhetherASealThatWasKeptElsewhereStandsHere() {
        rig.order("SO-1", "pending");
        rig.of("SO-1");
        String kept = rig.seals.last().orElseThrow();
        rig.order("SO-2", "pending");
        rig.of("SO-2");

        assertThat(rig.seals.check(kept)).extracting(Seals.SealCheck::stands).isEqualTo(true);
        assertThat(rig.seals.check(null).stands()).isNull();

        rig.sql("alter table evidence_seal disable trigger all");
        rig.sql("delete from evidence_seal");
        rig.happens("SO-2", "confirmed");
        rig.of("SO-2");
        Seals.SealCheck cutOff = rig.seals.check(kept);
        assertThat(cutOff.broken()).as("what is left fits").isNull();
        assertThat(cutOff.stands()).isFalse();
    }
}
