package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.erp.SentFiles.SentFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** How an applicant's file goes out. */
@CamelSpringBootTest
@SpringBootTest(
        classes = ErpFileRouteTest.WithFiles.class,
        properties = {"waybill.erp.profile=canonical", "waybill.erp.response-timeout=10s"})
class ErpFileRouteTest extends ErpRouteSupport {

    private static final String APPLICANTS = "/api/applicants";
    private static final byte[] CV = bytes(3_000_001);

    @Test
    void putsTheBytesOfAFileIntoTheRequestAndNotIntoWhatIsKept() throws Exception {
        erp.stubFor(post(APPLICANTS).willReturn(answer("{'external_applicant_id':'A1','status':'received'}")));

        ErpAnswer answer = gateway.call(ErpOperation.CREATE_APPLICANT, applicant("cv"), KEY);

        ok(answer.reply());
        var sent = erp.findAll(postRequestedFor(urlEqualTo(APPLICANTS))).getFirst();
        JsonNode body = new ObjectMapper().readTree(sent.getBody());
        assertThat(body.path("resume_base64").binaryValue()).isEqualTo(CV);
        assertThat(body.path("resume_filename").asText()).isEqualTo("Größe.pdf");
        assertThat(body.path("resume_mime").asText()).isEqualTo("application/pdf");
        assertThat(body.has("resume")).isFalse();
        assertThat(body.has("resume_url")).isFalse();
        assertThat(body.path("client_reference").asText()).isEqualTo(KEY);
        assertThat(sent.getHeader("Content-Length")).isEqualTo(String.valueOf(sent.getBody().length));
        assertThat(sent.getHeader("Content-Type")).startsWith("application/json");
        assertThat(answer.exchanges().getFirst().request())
                .contains("not shown: 3,000,001 bytes")
                .hasSizeLessThan(1_000);
    }

    @Test
    void sendsNoApplicantWhoseFileIsNotKeptAnyMore() {
        ErpReply reply = gateway.call(ErpOperation.CREATE_APPLICANT, applicant("gone"), KEY)
                .reply();

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("resume is not kept any more");
        erp.verify(0, postRequestedFor(urlEqualTo(APPLICANTS)));
    }

    @Test
    void sendsNothingThatIsNoFile() {
        ErpReply reply = gateway.call(
                        ErpOperation.CREATE_APPLICANT, applicant("cv").put("resume", "/etc/passwd"), KEY)
                .reply();

        assertThat(reason(reply)).contains("not a file that a customer sent");
        erp.verify(0, postRequestedFor(urlEqualTo(APPLICANTS)));
    }

    @Test
    void doesNotKnowWhetherARequestArrivedWhoseFileBrokeOff() {
        erp.stubFor(post(APPLICANTS).willReturn(answer("{'external_applicant_id':'A1','status':'received'}")));

        ErpReply reply = gateway.call(ErpOperation.CREATE_APPLICANT, applicant("broken"), KEY)
                .reply();

        assertThat(reply).isInstanceOf(ErpReply.Unknown.class);
    }

    @Test
    void sendsAnApplicantWithoutAFileAsBefore() throws Exception {
        erp.stubFor(post(APPLICANTS).willReturn(answer("{'external_applicant_id':'A1','status':'received'}")));
        var without = applicant("cv");
        without.remove("resume");

        ok(gateway.call(ErpOperation.CREATE_APPLICANT, without, KEY).reply());

        var sent = erp.findAll(postRequestedFor(urlEqualTo(APPLICANTS))).getFirst();
        assertThat(new ObjectMapper().readTree(sent.getBody()).has("resume_filename"))
                .isFalse();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode applicant(String file) {
        return json("{'name':'Amina','email':'a@example.com','role':'J1','resume':{'id':'%s','filename':'x'}}"
                .formatted(file));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    @Import(Application.class)
    static class WithFiles {

        @Bean
        SentFiles sentFiles() {
            return new SentFiles() {
                @Override
                public Optional<SentFile> find(String id) {
                    return switch (id) {
                        case "cv" -> Optional.of(new Memory(CV));
                        // Says more than it has.
                        case "broken" -> Optional.of(new Memory(Arrays.copyOf(CV, 100_000)));
                        default -> Optional.empty();
                    };
                }

                @Override
                public boolean haveLinks() {
                    return false;
                }
            };
        }
    }

    private record Memory(byte[] bytes) implements SentFile {

        @Override
        public String filename() {
            return "Größe.pdf";
        }

        @Override
        public String mime() {
            return "application/pdf";
        }

        @Override
        public long size() {
            return CV.length;
        }

        @Override
        public InputStream open() throws IOException {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public URI link() {
            return URI.create("https://waybill.example.com/media/cv");
        }
    }
}
