package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.CanonicalErp.Answer;
import io.waybill.erp.check.CanonicalErp.Defect;
import io.waybill.erp.check.CanonicalErp.Op;
import io.waybill.erp.check.OperationReport.Verdict;
import io.waybill.far.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** ERPs that want to be signed in to. Each check starts without a token. */
class SignInCheckTest {

    private static final String PASSWORD = "hunter2-hunter2";

    private final CanonicalErp erp = new CanonicalErp();

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void findsNothingWhereSigningInWorks() {
        CheckReport report = check(Defect.NONE);

        assertThat(ErpCheckTest.named(report)).isEmpty();
        assertThat(ErpCheckTest.operation(report, ErpOperation.AUTH).verdict()).isEqualTo(Verdict.OK);
        assertThat(erp.calls(Op.TOKEN)).isEqualTo(1);
    }

    @Test
    void findsTheTokenUnderAnotherName() {
        CheckReport report = check((asked, healthy) -> asked.op() == Op.TOKEN
                ? Answer.json(Json.object().put("token", "token-4711"))
                : "Bearer token-4711".equals(asked.token()) ? healthy : new Answer(401, "application/json", "{}"));

        assertThat(ErpCheckTest.named(report))
                .containsExactlyInAnyOrder("AUTH missing access_token", "AUTH extra token", "LIST_PRODUCTS auth ");
        assertThat(report.findings().flatMap(finding -> finding.hints().stream()))
                .containsExactly("`$.token` would fit access_token: (not shown)");
        assertThat(ReportJson.of(report).toString()).doesNotContain("token-4711", PASSWORD);
    }

    @Test
    void asksNothingMoreWhenTheCredentialsAreWrong() {
        CheckReport report = check((asked, healthy) -> asked.op() == Op.TOKEN
                ? new Answer(401, "application/json", "{\"message\":\"Wrong: %s\"}".formatted(PASSWORD))
                : healthy);

        assertThat(ErpCheckTest.named(report)).containsExactly("AUTH auth ");
        assertThat(ErpCheckTest.operation(report, ErpOperation.LIST_JOBS).note())
                .isEqualTo("Not probed, because signing in failed.");
        assertThat(erp.calls(Op.TOKEN)).isEqualTo(1);
        assertThat(ReportText.lines(report)).noneMatch(line -> line.contains(PASSWORD));
    }

    @Test
    void showsNoSecretThatTheErpRepeats() {
        CheckReport report = check((asked, healthy) -> asked.op() == Op.PRICE
                ? Answer.json(Json.object().put("unit_price", "for token-4711").put("currency", "KES"))
                : healthy);

        assertThat(ErpCheckTest.named(report)).containsExactly("GET_PRICE wrong-type unit_price");
        assertThat(report.findings().map(Finding::sentence))
                .singleElement()
                .asString()
                .contains("\"for ***\"")
                .doesNotContain("4711");
    }

    private CheckReport check(Defect defect) {
        erp.become(defect);
        try (StandaloneErp gateway = StandaloneErp.start(Map.of(
                "waybill.erp.base-url", erp.url(),
                "waybill.erp.profile", "canonical",
                "waybill.erp.username", "waybill",
                "waybill.erp.password", PASSWORD,
                "waybill.erp.retry-pause", "1ms"))) {
            return gateway.check().check(CheckOptions.usual());
        }
    }
}
