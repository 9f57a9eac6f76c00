package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.database.TestDatabase;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.SignedWebhook;
import io.waybill.home.Misconfigured;
import io.waybill.media.SampleBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An ERP that fetches the files of applicants instead of getting their bytes. */
class LinkedFilesEndToEndTest {

    private static final String PUBLIC = "https://waybill.example.com/gateway";
    private static final byte[] PDF = SampleBytes.pdf(777_777);

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final FakeGraph graph = FakeGraph.start(0, "token", "1");
    private final FakeErp erp = FakeErp.start(0);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void linkFiles() throws IOException {
        Path profiles = Files.createDirectories(home.resolve("endpoint-profiles"));
        String canonical = Files.readString(Path.of("endpoint-profiles/canonical.yaml"));
        Files.writeString(profiles.resolve("linked.yaml"), canonical.replace("files: inline", "files: link"));
    }

    @AfterEach
    void close() {
        graph.close();
        erp.close();
    }

    @Test
    void givesTheErpALinkToTheVeryBytesForAWhileAndToNobodyElse() throws Exception {
        try (ConfigurableApplicationContext gateway = start("waybill.public-url=" + PUBLIC + "/")) {
            Customer amina = Customer.named("Amina Yusuf", graph, meta(gateway));
            apply(amina);

            JsonNode applicant = erp.applicants().getFirst();
            assertThat(applicant.path("resume_filename").asText()).isEqualTo("Größe.pdf");
            assertThat(applicant.path("resume_mime").asText()).isEqualTo("application/pdf");
            assertThat(applicant.has("resume_base64")).isFalse();
            String link = applicant.path("resume_url").asText();
            assertThat(link).startsWith(PUBLIC + "/media/");
            String path = link.substring(PUBLIC.length());

            HttpResponse<byte[]> file = get(gateway, path);
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.body()).isEqualTo(PDF);
            assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(file.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(disposition ->
                            assertThat(disposition).startsWith("attachment").contains("Gr%C3%B6%C3%9Fe.pdf"));

            assertThat(get(gateway, path.replace("sig=", "sig=x")).statusCode()).isEqualTo(403);
            assertThat(get(gateway, path.replaceFirst("until=\\d+", "until=1")).statusCode())
                    .isEqualTo(403);
            assertThat(get(gateway, path.substring(0, path.indexOf('?'))).statusCode())
                    .isEqualTo(403);
            assertThat(get(gateway, path.replaceFirst("until=\\d+", "until=x")).statusCode())
                    .isEqualTo(400);
            database.jdbc().sql("delete from media").update();
            assertThat(get(gateway, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void sendsTheSameLinkWhenItAsksTheErpAgain() throws Exception {
        List<String> links = new ArrayList<>();
        erp.honoursKeys(false);
        try (ConfigurableApplicationContext gateway = start("waybill.public-url=" + PUBLIC)) {
            Customer brian = Customer.named("Brian Otieno", graph, meta(gateway));
            erp.faults().times(1, ErpFault.ERROR_500_AFTER, "CREATE_APPLICANT");
            comesToConfirm(brian);
            brian.taps("Send").hears("We are checking whether");
            brian.hears("Reference: A-");
            erp.applicants()
                    .forEach(applicant -> links.add(applicant.path("resume_url").asText()));
        }

        // This ERP does not honour the key, so it shows both requests.
        assertThat(links).hasSize(2);
        assertThat(links.getFirst()).isEqualTo(links.getLast());
    }

    @Test
    void doesNotStartWithLinksThatLeadNowhere() {
        Throwable failure = catchThrowable(this::start);
        while (failure != null && !(failure instanceof Misconfigured)) {
            failure = failure.getCause();
        }

        assertThat(failure).hasMessageContaining("waybill.public-url").hasMessageContaining("linked");
    }

    private void apply(Customer customer) throws IOException {
        comesToConfirm(customer);
        customer.taps("Send").hears("Reference: A-");
    }

    private void comesToConfirm(Customer customer) throws IOException {
        graph.keeps("900", PDF, "application/pdf");
        customer.says("jobs").hears("We are hiring!");
        customer.says("Driver").hears("What is your full name?");
        customer.says("Amina Yusuf").hears("Your email address?");
        customer.says("a@example.com").hears("Please send your resume");
        customer.sends(CustomerMessage.document("900", "Größe.pdf", "application/pdf", PDF))
                .hears("Send this application?");
    }

    private HttpResponse<byte[]> get(ConfigurableApplicationContext gateway, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port(gateway), path));
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static SignedWebhook meta(ConfigurableApplicationContext gateway) {
        return new SignedWebhook(
                URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port(gateway))), "secret", "2", "1");
    }

    private static int port(ConfigurableApplicationContext gateway) {
        return ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
    }

    private ConfigurableApplicationContext start(String... properties) {
        return Installation.of(database, graph, erp)
                .properties("waybill.home=" + home, "waybill.erp.profile=linked")
                .properties(properties)
                .run("--server.port=0");
    }
}
