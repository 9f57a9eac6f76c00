package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.waybill.CamelTests;
import io.waybill.SmallProcess;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphUploads;
import io.waybill.far.HttpSide;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CamelSpringBootTest
@SpringBootTest(
        classes = WhatsAppAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/50-whatsapp.camel.yaml",
            "waybill.whatsapp.phone-number-id=1",
            "waybill.whatsapp.access-token=token",
            "waybill.whatsapp.app-secret=s",
            "waybill.whatsapp.verify-token=v",
            "waybill.whatsapp.response-timeout=2s"
        })
@ResourceLock(CamelTests.LOCK)
class MediaUploadsRouteTest {

    private static final FakeGraph GRAPH = FakeGraph.start(0, "token", "1");
    private static final byte[] PDF = "%PDF-1.7 \r\n--\r\n\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private MediaUploads uploads;

    @Autowired
    private WhatsAppChannels channels;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("waybill.whatsapp.base-url", GRAPH::uri);
    }

    @AfterAll
    static void close() {
        GRAPH.close();
    }

    @Test
    void handsOverTheBytesUnderTheirType() {
        UploadResult result = upload("application/pdf");

        GraphUploads.Upload taken = GRAPH.uploads().all().getLast();
        assertThat(result).isEqualTo(new UploadResult.Uploaded(taken.id()));
        assertThat(taken.mime()).isEqualTo("application/pdf");
        assertThat(taken.phoneNumberId()).isEqualTo("1");
        assertThat(taken.bytes()).isEqualTo(PDF);
    }

    @Test
    void saysWhyGraphDoesNotTakeIt() {
        assertThat(upload("image/webp")).isInstanceOfSatisfying(UploadResult.Failed.class, failed -> {
            assertThat(failed.failure().kind()).isEqualTo(SendFailure.Kind.PERMANENT);
            assertThat(failed.failure().code()).isEqualTo(131053);
        });
        GRAPH.uploads().fail(1);
        assertThat(upload("application/pdf"))
                .isInstanceOfSatisfying(
                        UploadResult.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(SendFailure.Kind.RETRY));
    }

    @Test
    void handsOverAHundredMegabytesWithSixtyFourOfMemory() throws Exception {
        AtomicLong right = new AtomicLong();
        try (HttpSide graph = HttpSide.listen(0, exchange -> count(exchange, right))) {
            String said = SmallProcess.run(
                    "64m", LargeUploadInSmallMemory.class, graph.uri().toString());

            assertThat(said).contains("Uploaded[graphId=7]");
            assertThat(right).hasValue(LargeUploadInSmallMemory.SIZE);
        }
    }

    /** How much of the file comes as it was, after the head of its part. */
    private static void count(HttpExchange exchange, AtomicLong right) throws IOException {
        try (InputStream body = exchange.getRequestBody()) {
            byte[] head = "name=\"file\"".getBytes(StandardCharsets.US_ASCII);
            skipPast(body, head);
            skipPast(body, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = LargeUploadInSmallMemory.piece();
            while (Arrays.equals(body.readNBytes(piece.length), piece)) {
                right.addAndGet(piece.length);
            }
            body.transferTo(OutputStream.nullOutputStream());
        }
        HttpSide.answer(exchange, 200, Map.of("id", "7"));
    }

    private static void skipPast(InputStream body, byte[] wanted) throws IOException {
        int matched = 0;
        while (matched < wanted.length) {
            int next = body.read();
            assertThat(next).isNotNegative();
            matched = next == wanted[matched] ? matched + 1 : next == wanted[0] ? 1 : 0;
        }
    }

    private UploadResult upload(String mime) {
        return uploads.upload(
                channels.main(),
                new MediaUploads.FileToSend("file", mime, PDF.length, () -> new ByteArrayInputStream(PDF)));
    }
}
