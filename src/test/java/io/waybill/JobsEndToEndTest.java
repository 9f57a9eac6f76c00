package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Job positions and applicants as the console has them. */
class JobsEndToEndTest extends RunningGateway {

    private ConsoleClient console;

    @BeforeEach
    void signIn() throws Exception {
        console = ConsoleClient.signedIn(port, jdbc, "jobs-ada");
    }

    @AfterEach
    void hiresAsBefore() throws Exception {
        ERP.faults().clear();
        ERP.jobs(FakeErp.JOBS);
        console.put("/api/jobs/J-GUARD/flow", "{\"flow\":null}");
        console.put("/api/jobs/J-COOK/visibility", "{\"visible\":true}");
    }

    /** 004-32: it is there after a reload, and the flow it is given is the one that a tap on it starts. */
    @Test
    void aJobAddedInTheErpAppearsOnReloadAndCanBeGivenAFlow() throws Exception {
        ERP.jobs(List.of("Driver", "Guard"));
        JsonNode jobs = Json.read(console.post("/api/jobs/refresh", "").body());
        JsonNode guard = job(jobs, "Guard");
        assertThat(guard.path("department").asText()).isNotEmpty();
        assertThat(guard.at("/row/title").asText()).isEqualTo("Guard");
        assertThat(guard.path("flow").isNull()).isTrue();
        String id = guard.path("externalJobId").asText();

        assertThat(console.put("/api/jobs/%s/flow".formatted(id), "{\"flow\":\"status\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(console.put("/api/jobs/%s/flow".formatted(id), "{\"flow\":\"nothing\"}")
                        .body())
                .contains("There is no published flow");
        assertThat(job(read("/api/jobs"), "Guard").path("flow").asText()).isEqualTo("status");

        Customer faith = customer("Faith Wairimu");
        faith.says("jobs").hears("We are hiring!");
        faith.taps("Guard").hears("You have no order with us yet.");
    }

    /** 004-34: it is not in the next menu, and a tap on the menu before is refused politely. */
    @Test
    void aJobThatIsSwitchedOffLeavesTheMenuOfCustomers() throws Exception {
        Customer hawa = customer("Hawa Njeri");
        hawa.says("jobs").hears("We are hiring!");

        assertThat(console.put("/api/jobs/J-COOK/visibility", "{\"visible\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(job(read("/api/jobs"), "Cook").path("visible").booleanValue())
                .isFalse();

        GraphMessage menu = hawa.taps("Cook").hears("Sorry, that is not available any more.");
        assertThat(menu.options())
                .extracting(GraphMessage.Option::title)
                .contains("Driver")
                .doesNotContain("Cook");
        assertThat(customer("Imani Otieno").says("jobs").hears("We are hiring!").options())
                .extracting(GraphMessage.Option::title)
                .contains("Driver")
                .doesNotContain("Cook");
    }

    @Test
    void aJobHasAPictureThatStaysWhileItIsUsed() throws Exception {
        String id = job(read("/api/jobs"), "Cook").path("externalJobId").asText();
        String image = Json.read(console.upload("/api/v1/images", "cook.png", SampleBytes.png(29, 31))
                        .body())
                .path("id")
                .asText();

        assertThat(console.put("/api/jobs/%s/image".formatted(id), "{\"image\":\"%s\"}".formatted(image))
                        .statusCode())
                .isEqualTo(204);
        assertThat(job(read("/api/jobs"), "Cook").path("image").asText()).isEqualTo(image);
        assertThat(console.delete("/api/v1/images/" + image).body()).contains("used by job " + id);
        console.put("/api/jobs/%s/image".formatted(id), "{\"image\":null}");
        assertThat(console.delete("/api/v1/images/" + image).statusCode()).isEqualTo(204);
    }

    @Test
    void anApplicantThatTheErpRefusedIsHandedOverAgain() throws Exception {
        Customer grace = customer("Grace Muthoni");
        grace.says("jobs").hears("We are hiring!");
        grace.says("Cashier").hears("What is your full name?");
        grace.says("Grace Muthoni").hears("Your email address?");
        grace.says("grace@example.com").hears("Please send your resume");
        grace.sends(ApplyEndToEndTest.document("cv.pdf", SampleBytes.pdf(2_000)))
                .hears("Send this application?");
        ERP.faults().times(1, ErpFault.REFUSED_422, "CREATE_APPLICANT");
        grace.taps("Send").hears("We could not accept this application automatically.");

        JsonNode failed = applicant();
        assertThat(failed.path("state").asText()).isEqualTo("refused");
        assertThat(failed.path("mayRetry").booleanValue()).isTrue();
        assertThat(failed.path("cv").asText()).isEqualTo("KEPT");
        assertThat(failed.path("phone").asText())
                .endsWith(grace.identity().substring(grace.identity().length() - 3))
                .contains("•")
                .isNotEqualTo(grace.identity());

        String retry = "/api/jobs/applicants/%d/%s/retry"
                .formatted(
                        failed.path("contactId").longValue(), failed.path("key").asText());
        HttpResponse<String> retried = console.post(retry, "");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);
        await().untilAsserted(
                        () -> assertThat(applicant().path("state").asText()).isEqualTo("ok"));

        assertThat(applicant().path("externalApplicantId").asText()).startsWith("A-");
        assertThat(applicant().path("mayRetry").booleanValue()).isFalse();
        assertThat(console.post(retry, "").statusCode())
                .as("asked twice, done once")
                .isEqualTo(200);
        assertThat(ERP.applicants().stream()
                        .filter(one -> one.path("phone").asText().equals(grace.identity())))
                .hasSize(1);
    }

    private JsonNode applicant() throws Exception {
        String id = job(read("/api/jobs"), "Cashier").path("externalJobId").asText();
        return read("/api/jobs/%s/applicants".formatted(id))
                .path("applicants")
                .valueStream()
                .filter(one -> one.path("name").asText().equals("Grace Muthoni"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(console.get(path).body());
    }

    private static JsonNode job(JsonNode jobs, String name) {
        return jobs.path("jobs")
                .valueStream()
                .filter(job -> job.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(jobs.toString()));
    }
}
