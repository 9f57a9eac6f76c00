package io.waybill.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.Flows;
import io.waybill.flow.simulate.FlowSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepPreviewTest {

    private static final FlowSet SHOP = FlowSet.at(Path.of("flows"));

    private final StepPreview preview = new StepPreview(new FlowLoader(), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({
        "order, browse",
        "order, option",
        "order, sold_out",
        "order, quantity",
        "order, name",
        "order, phone",
        "order, mode",
        "order, summary",
        "order, payment",
        "order, cod",
        "order, placed",
        "order, staff",
        "order, pay_page",
        "order, not_paid",
        "order, payment_failed",
        "order, payment_over",
        "order, paid_in_part",
        "order, cancel_by_person",
        "order, new_prices",
        "order, too_few",
        "order, price_changed",
        "order, total_differs",
        "order, unavailable",
        "order, no_products",
        "order, not_sold",
        "order, erp_down",
        "order, checking",
        "order, collect",
        "order, gone",
        "apply, jobs",
        "apply, phone",
        "apply, create",
        "apply, no_jobs",
        "apply, no_list",
        "apply, stopped",
        "apply, checking",
        "cod, settled",
        "cod, confirm_order",
        "cod, already",
        "cod, cancel_order",
        "cod, cancel_by_person",
        "cod, erp_refused",
        "cod, checking",
        "status, none",
        "status, ask_erp",
        "status, person",
        "feedback, rate",
        "feedback, known",
        "feedback, enough",
        "feedback, later",
        "feedback, thanks",
        "feedback, person",
        "web, other",
        "web, already",
        "web, cash",
        "web, payment_failed"
    })
    void findsAConversationThatComesToTheStep(String flow, String step) throws IOException {
        StepPreview.Found found = found(flow, step);

        assertThat(found.reached()).as(step).isTrue();
        assertThat(found.at()).as(step).isNotNegative();
        assertThat(found.text()).isEqualTo(text(flow));
    }

    /** It stands there for a button that no shipped flow has: there are Confirm and Cancel. */
    @Test
    void saysWhereNoCustomerCanCome() throws IOException {
        assertThat(found("cod", "person").reached()).isFalse();
    }

    @Test
    void beginsWithTheStepWhereNobodyComesToIt() throws IOException {
        String text = text("status")
                .replace("\"next\": \"@human\"", "\"next\": \"@human\" }, { \"id\": \"lost\", \"say\": \"Lost.\"");

        StepPreview.Found found = preview.of(text, "lost", "en", null, StepPreviewTest::among);

        assertThat(found.reached()).isFalse();
        assertThat(found.at()).isZero();
    }

    private StepPreview.Found found(String flow, String step) throws IOException {
        return preview.of(text(flow), step, "en", null, StepPreviewTest::among);
    }

    private static String text(String flow) throws IOException {
        return Files.readString(Path.of("flows", flow + ".flow.json"));
    }

    private static FlowSet among(FlowDefinition flow) {
        List<FlowDefinition> flows = new ArrayList<>(SHOP.flows().published());
        flows.removeIf(known -> known.id().equals(flow.id()));
        flows.add(flow);
        return new FlowSet(Flows.of(flows), SHOP.templates());
    }
}
