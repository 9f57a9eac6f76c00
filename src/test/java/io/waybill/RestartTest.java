package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.SignedWebhook;
import io.waybill.media.SampleBytes;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTest {

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void goesOnWithTheConversationWhereItWas() throws Exception {
        try (FakeGraph graph = FakeGraph.start(0, "token", "1");
                FakeErp erp = FakeErp.start(0)) {
            Customer amina;
            try (ConfigurableApplicationContext first = start(graph, erp)) {
                amina = Customer.named("Amina Yusuf", graph, meta(first)).comesToTheSummary();
            }
            try (ConfigurableApplicationContext second = start(graph, erp)) {
                String number = amina.at(meta(second)).confirms();

                assertThat(erp.orders())
                        .singleElement()
                        .satisfies(order -> assertThat(order.number()).isEqualTo(number));
            }
        }
    }

    @Test
    void doesNotApplyTwiceWhenItIsStoppedBeforeTheErpsAnswer() throws Exception {
        byte[] pdf = SampleBytes.pdf(300_000);
        try (FakeGraph graph = FakeGraph.start(0, "token", "1");
                FakeErp erp = FakeErp.start(0)) {
            graph.keeps("77", pdf, "application/pdf");
            Customer amina;
            try (ConfigurableApplicationContext first = start(graph, erp)) {
                amina = Customer.named("Amina Yusuf", graph, meta(first));
                amina.says("jobs").hears("We are hiring!");
                amina.says("Driver").hears("What is your full name?");
                amina.says("Amina Yusuf").hears("Your email address?");
                amina.says("a@example.com").hears("Please send your resume");
                amina.sends(CustomerMessage.document("77", "cv.pdf", "application/pdf", pdf))
                        .hears("Send this application?");
                erp.faults().times(1, ErpFault.RESET_AFTER, "CREATE_APPLICANT");
                amina.taps("Send").hears("We are checking whether");
                graph.forgets("77");
            }
            try (ConfigurableApplicationContext second = start(graph, erp)) {
                amina.at(meta(second)).hears("Reference: A-");

                assertThat(erp.applicants())
                        .singleElement()
                        .satisfies(applicant -> assertThat(
                                        applicant.path("resume_base64").binaryValue())
                                .isEqualTo(pdf));
            }
        }
    }

    private static SignedWebhook meta(ConfigurableApplicationContext gateway) {
        int port = ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
        return new SignedWebhook(
                URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port)), "secret", "2", "1");
    }

    private ConfigurableApplicationContext start(FakeGraph graph, FakeErp erp) {
        return Installation.of(database, graph, erp).run("--server.port=0");
    }
}
