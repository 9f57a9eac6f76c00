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
        for (int i = 0; i <= 50; i++) {
            String id = "SO-" + i;
            rig.order(id, "pending");
            rig.asksErp("s1.create." + id, "CREATE_ORDER", "{}", "{}");
        }
        rig.sql("update ledger set request = 'not JSON' where key <> 's1.create.SO-50'");
        rig.clock.pass(Duration.ofMinutes(1));
        // Of the same customer, whose ledger cannot be read either.
        rig.sql("update order_reference set contact_id = contact_id + 1 where external_order_id = 'SO-50'");
        rig.sql("update order_reference set changed_at = ? where external_order_id = 'SO-50'", rig.now());

        rig.sealing.sealDue();
        assertThat(rig.seals.of("SO-50")).hasSize(1);
        assertThat(rig.seals.of("SO-0")).isEmpty();

        rig.sql("update ledger set request = '{}'");
        rig.clock.pass(Duration.ofSeconds(30));
        rig.sealing.sealDue();
        assertThat(rig.seals.of("SO-0")).as("not yet").isEmpty();
        rig.clock.pass(Duration.ofMinutes(1));
        rig.sealing.sealDue();
        assertThat(rig.seals.of("SO-0")).hasSize(1);
        assertThat(rig.seals.of("SO-49")).hasSize(1);
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
        rig.of("SO-2");
        Seals.SealCheck cutOff = rig.seals.check(kept);
        assertThat(cutOff.broken()).as("what is left fits").isNull();
        assertThat(cutOff.stands()).isFalse();
    }
}
