package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import io.waybill.far.MetaEnvelope.Inbound;
import io.waybill.media.CustomerFiles;
import io.waybill.media.SampleBytes;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the word "jobs" to an applicant in the ERP with the very file that was sent. */
class ApplyEndToEndTest extends RunningGateway {

    private static final AtomicInteger MEDIA = new AtomicInteger(700_000);
    private static final byte[] PDF = SampleBytes.pdf(1_234_567);

    @Autowired
    CustomerFiles files;

    /** 004-20: the ERP gets the bytes that were sent; by a link in LinkedFilesEndToEndTest. */
    @Test
    void bringsTheBytesOfTheFileToTheErp() throws Exception {
        Customer amina = customer("Amina Yusuf");
        comesToTheFile(amina);

        amina.sends(document("../Lebens\u202Elauf.pdf", PDF)).hears("Resume: Lebenslauf.pdf");
        amina.taps("Send").hears("your application for Driver is in. Reference: A-");

        JsonNode applicant = applicant(amina);
        byte[] received =
                Base64.getDecoder().decode(applicant.path("resume_base64").asText());
        assertThat(received).isEqualTo(PDF);
        assertThat(ledgerRequests(amina)).anySatisfy(kept -> assertThat(kept).contains(FakeGraph.sha256(received)));
        assertThat(applicant.path("resume_filename").asText()).isEqualTo("Lebenslauf.pdf");
        assertThat(applicant.path("resume_mime").asText()).isEqualTo("application/pdf");
        assertThat(applicant.path("role").asText()).isEqualTo("J-DRIVER");
        assertThat(applicant.path("phone").asText()).isEqualTo(amina.identity());
        assertThat(journal(amina, "erp")).allSatisfy(entry -> assertThat(entry).hasSizeLessThan(5_000));
        assertThat(ledgerRequests(amina))
                .allSatisfy(request -> assertThat(request)
                        .contains("\"sha256\"")
                        .doesNotContain("base64")
                        .hasSizeLessThan(1_000));
    }

    @Test
    void keepsTheFileOnceHoweverOftenItsMessageIsDelivered() throws Exception {
        Customer brian = customer("Brian Otieno");
        comesToTheFile(brian);
        Inbound message = brian.next(document("cv.docx", SampleBytes.docx()));

        assertThat(meta.post(message)).isEqualTo(200);
        assertThat(meta.post(message)).isEqualTo(200);
        brian.hears("Resume: cv.docx");
        assertThat(meta.post(message)).isEqualTo(200);
        brian.taps("Send").hears("Reference: A-");

        assertThat(applicant(brian).path("resume_mime").asText()).endsWith("wordprocessingml.document");
        assertThat(jdbc.sql("select count(*) from media where contact_id = ?")
                        .param(contact(brian))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ErpFault.class,
            names = {"SILENCE_AFTER", "RESET_AFTER", "ERROR_500_AFTER", "HTML_200", "MISSING_FIELDS"})
    void createsTheApplicantOnceWhenTheAnswerIsLost(ErpFault fault) throws Exception {
        Customer chao = customer("Chao Wanjiku");
        comesToTheFile(chao);
        chao.sends(document("cv.pdf", PDF)).hears("Send this application?");
        ERP.faults().times(1, fault, "CREATE_APPLICANT");

        chao.taps("Send").hears("We are checking whether your application arrived");
        chao.hears("Reference: A-");

        assertThat(applicant(chao).path("resume_base64").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(PDF));
    }

    @Test
    void asksAgainForAFileThatIsNoneOrThatMetaDoesNotHandOut() throws Exception {
        Customer daudi = customer("Daudi Mwangi");
        comesToTheFile(daudi);

        daudi.sends(document("cv.pdf", "MZ\u0090\0 I am a program".getBytes("ISO-8859-1")))
                .hears("Please attach a PDF or Word document of at most 5 MB.");
        daudi.sends(CustomerMessage.document("123456789", "cv.pdf", "application/pdf", PDF))
                .hears("your file did not reach us");
        daudi.sends(document("cv.pdf", PDF)).hears("Send this application?");
        daudi.taps("Cancel").hears("nothing was sent");

        assertThat(journal(daudi, "incident")).singleElement().asString().contains("could not be fetched");
    }

    /** 004-19: 45 jobs of three pages, each with its department. */
    @Test
    void listsEveryJobOfEveryPage() throws Exception {
        Customer esther = customer("Esther Njeri");
        List<String> jobs =
                IntStream.rangeClosed(1, 45).mapToObj("Position %d"::formatted).toList();
        List<GraphMessage> pages = new ArrayList<>();
        long before = ERP.calls(FakeErp.Operation.LIST_JOBS);
        ERP.jobs(jobs);
        try {
            pages.add(esther.says("jobs").hears("We are hiring!"));
            while (titles(pages.getLast()).contains("More")) {
                pages.add(esther.taps("More").hears("See more"));
            }
        } finally {
            ERP.jobs(FakeErp.JOBS);
        }

        assertThat(pages)
                .flatExtracting(ApplyEndToEndTest::titles)
                .filteredOn(title -> !title.equals("More"))
                .containsExactlyElementsOf(jobs);
        assertThat(pages)
                .flatExtracting(page -> page.json().findValuesAsText("description"))
                .hasSize(45)
                .containsOnly("Operations");
        assertThat(ERP.calls(FakeErp.Operation.LIST_JOBS) - before).isEqualTo(3);
    }

    private static List<String> titles(GraphMessage message) {
        return message.options().stream().map(GraphMessage.Option::title).toList();
    }

    @Test
    void believesNeitherTheSizeNorTheDigestThatGraphSays() {
        long contact = jdbc.sql("insert into contact (phone_number_id) values ('files') returning id")
                .query(Long.class)
                .single();
        GRAPH.keeps("801", PDF, "image/png", "0".repeat(64), PDF.length);
        GRAPH.keeps("802", PDF, "application/pdf", FakeGraph.sha256(PDF), 100);
        GRAPH.keeps("803", PDF, "application/pdf", "not a digest", PDF.length + 1L);
        GRAPH.keeps("804", PDF, "application/pdf", "not a digest", PDF.length);

        assertThat(files.fetch(contact, PHONE_NUMBER_ID, wanted("801", 2_000_000)))
                .isInstanceOf(FileReply.Missing.class);
        assertThat(files.fetch(contact, PHONE_NUMBER_ID, wanted("802", 1_000_000)))
                .isInstanceOf(FileReply.TooLarge.class);
        assertThat(files.fetch(contact, PHONE_NUMBER_ID, wanted("803", 2_000_000)))
                .isInstanceOf(FileReply.Missing.class);
        assertThat(jdbc.sql("select count(*) from media where contact_id = ?")
                        .param(contact)
                        .query(Integer.class)
                        .single())
                .isZero();
        FileReply kept = files.fetch(contact, PHONE_NUMBER_ID, wanted("804", 2_000_000));
        assertThat(kept)
                .isInstanceOfSatisfying(
                        FileReply.Stored.class,
                        stored -> assertThat(stored.file().sha256()).isEqualTo(FakeGraph.sha256(PDF)));

        GRAPH.keeps("805", new byte[0], "application/pdf");
        assertThat(files.fetch(contact, PHONE_NUMBER_ID, new FileWanted("805", null, null, List.of(), 1_000)))
                .isInstanceOf(FileReply.WrongType.class);

        GRAPH.forgets("804");
        assertThat(files.fetch(contact, PHONE_NUMBER_ID, wanted("804", 2_000_000)))
                .isEqualTo(kept);
        assertThat(files.fetch(contact, PHONE_NUMBER_ID, wanted("804", 1_000))).isInstanceOf(FileReply.TooLarge.class);
        assertThat(files.fetch(
                        contact, PHONE_NUMBER_ID, new FileWanted("804", null, null, List.of("image/*"), 2_000_000)))
                .isInstanceOf(FileReply.WrongType.class);
    }

    private static FileWanted wanted(String mediaId, long maxBytes) {
        return new FileWanted(mediaId, null, "cv.pdf", List.of("application/pdf"), maxBytes);
    }

    private static void comesToTheFile(Customer customer) throws Exception {
        customer.says("jobs").hears("We are hiring!");
        customer.says("Driver").hears("What is your full name?");
        customer.says(customer.sender().name()).hears("Your email address?");
        customer.says("somebody@example.com").hears("Please send your resume");
    }

    static CustomerMessage document(String filename, byte[] bytes) {
        String id = String.valueOf(MEDIA.incrementAndGet());
        GRAPH.keeps(id, bytes, "application/pdf");
        return CustomerMessage.document(id, filename, "application/pdf", bytes);
    }

    /** The only one. */
    private static JsonNode applicant(Customer customer) {
        List<JsonNode> found = ERP.applicants().stream()
                .filter(applicant -> applicant.path("phone").asText().equals(customer.identity()))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private long contact(Customer customer) {
        return jdbc.sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private List<String> ledgerRequests(Customer customer) {
        return jdbc.sql("select request from ledger where contact_id = ? and operation = 'CREATE_APPLICANT'")
                .param(contact(customer))
                .query(String.class)
                .list();
    }
}
