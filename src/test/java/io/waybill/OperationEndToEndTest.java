package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.ErpFault;
import io.waybill.far.GraphFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** What the people who run the gateway see of it. */
class OperationEndToEndTest extends RunningGateway {

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void saysThatItIsWell(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void measuresTheWholeDataPath() throws Exception {
        customer("Amina Yusuf").comesToTheSummary();

        assertThat(get("/actuator/prometheus").body())
                .contains(
                        "waybill_webhook_messages_total{result=\"new\"}",
                        "waybill_inbox_oldest_millis",
                        "waybill_turns_seconds_count",
                        "waybill_erp_calls",
                        "operation=\"LIST_PRODUCTS\"",
                        "waybill_ledger_unresolved",
                        "waybill_outbox_oldest_millis",
                        "waybill_whatsapp_sends_seconds_count{outcome=\"accepted\"}");
    }

    @Test
    void writesNoPhoneNumberInFullIntoTheLog(CapturedOutput log) throws Exception {
        Customer brian = customer("Brian Otieno").comesToTheSummary();
        ERP.faults().times(1, ErpFault.REFUSED_422, "UPSERT_CUSTOMER");
        brian.taps("Confirm").hears("A colleague will take over");
        GRAPH.faults().times(1, GraphFault.UNDELIVERABLE_131026, brian.identity());
        brian.says("menu");
        Customer chao = customer("Chao Wanjiku");
        ERP.faults().times(1, ErpFault.SILENCE_AFTER, "CREATE_ORDER");
        chao.comesToTheSummary().taps("Confirm").hears("We are checking");
        chao.confirmsPayment();

        assertThat(log.getAll())
                .contains("CREATE_ORDER", "cannot be delivered")
                .doesNotContain(brian.sender().waId(), chao.sender().waId());
    }
}
