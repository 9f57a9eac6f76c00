package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile;
import io.waybill.erp.EndpointProfiles;
import io.waybill.erp.ErpOperation;
import io.waybill.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolutionTest {

    private static final Instant OPENED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void sendsAgainAtOnceWhereTwiceIsOnce() throws IOException {
        assertThat(resolution("idempotency: keyed").next(entry(), OPENED.plusSeconds(2)))
                .contains(Kind.AGAIN);
    }

    @Test
    void looksUntilNothingCanBeOnItsWayAndThenSendsAgain() throws IOException {
        Resolution resolution = resolution(
                "CREATE_ORDER: { method: POST, path: /o, find: { method: GET, path: \"/o/{key}\", take: $.id }, answer: { external_order_id: $.id, order_number: $.n, status: $.s } }");

        assertThat(resolution.next(entry(), OPENED.plusSeconds(59))).contains(Kind.LOOK);
        assertThat(resolution.next(entry(), OPENED.plusSeconds(60))).contains(Kind.AGAIN);
        Entry again = entry().sending(OPENED.plusSeconds(60));
        assertThat(resolution.next(again, OPENED.plusSeconds(100))).contains(Kind.LOOK);
    }

    /** The process that had sent it may have died a moment ago. */
    @Test
    void countsFromTheDiscoveryWhereACrashLeftAWriteOpen() throws IOException {
        Resolution resolution = resolution(
                "CREATE_ORDER: { method: POST, path: /o, find: { method: GET, path: \"/o/{key}\", take: $.id }, answer: { external_order_id: $.id, order_number: $.n, status: $.s } }");
        Entry found = new Entry(
                        1,
                        "k1",
                        ErpOperation.CREATE_ORDER,
                        "{}",
                        State.OPEN,
                        null,
                        null,
                        0,
                        null,
                        OPENED,
                        OPENED,
                        OPENED)
                .mayHaveBeenExecuted(OPENED.plusSeconds(90));

        assertThat(resolution.next(found, OPENED.plusSeconds(90))).contains(Kind.LOOK);
    }

    @Test
    void leavesToAPersonWhatCannotBeAsked() throws IOException {
        Resolution resolution = resolution("idempotency: manual");

        assertThat(resolution.next(entry(), OPENED.plusSeconds(2))).isEmpty();
        assertThat(resolution.sentence(entry())).contains("cannot be asked").contains("reference k1");
    }

    @Test
    void leavesToAPersonWhatStaysUnclearForADay() throws IOException {
        Resolution resolution = resolution("idempotency: keyed");

        assertThat(resolution.next(entry(), OPENED.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(resolution.sentence(entry())).contains("no clear answer for 24 hours");
    }

    private static Entry entry() {
        return new Entry(
                1, "k1", ErpOperation.CREATE_ORDER, "{}", State.UNKNOWN, null, "lost", 1, null, OPENED, OPENED, OPENED);
    }

    /** @param line of the profile, or the CREATE_ORDER of it */
    private Resolution resolution(String line) throws IOException {
        boolean order = line.startsWith("CREATE_ORDER");
        String yaml = """
                title: Ours
                %s
                operations:
                  LIST_PRODUCTS: { method: GET, path: /p }
                  GET_PRICE: { method: GET, path: /price }
                  UPSERT_CUSTOMER: { method: POST, path: /c }
                  CONFIRM_ORDER: { method: POST, path: /ok }
                  %s
                """.formatted(order ? "" : line, order ? line : "CREATE_ORDER: { method: POST, path: /o }");
        Path profiles = Files.createDirectories(folder.resolve("endpoint-profiles"));
        Files.writeString(profiles.resolve("ours.yaml"), yaml);
        EndpointProfile profile = new EndpointProfiles(new Home(folder)).load("ours");
        return new Resolution(profile::idempotency, SETTLE);
    }
}
