package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.conversation.Reservations.Forgotten;
import io.waybill.conversation.Reservations.Held;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservationsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofMinutes(30));

    private final Reservations reservations =
            new Reservations(TestDatabase.migrated().jdbc(), asInApplicationYaml());

    @BeforeEach
    void hold() {
        reservations.save(List.of(
                entry(ErpOperation.RESERVE_STOCK, State.OK, "{\"minutes\":30}", "{\"reservation_id\":\"H1\"}")));
    }

    @Test
    void isDueWhenItsTimeIsOverAndThenHandedOutOnce() {
        assertThat(due(END.minusSeconds(1))).isEmpty();
        assertThat(due(END)).containsExactly("H1");
        assertThat(due(END)).isEmpty();
    }

    @Test
    void isHandedOutAgainUntilTheErpHasHeardIt() {
        assertThat(due(END)).containsExactly("H1");
        List<Held> again = reservations.due(END.plusSeconds(60), END.plusSeconds(120), 10);
        assertThat(again).hasSize(1);

        reservations.released(again.getFirst());

        assertThat(due(END.plusSeconds(3600))).isEmpty();
    }

    @Test
    void isOverOnceAnOrderHasTakenIt() {
        reservations.save(List.of(
                entry(ErpOperation.CREATE_ORDER, State.OK, "{\"reservation_id\":\"H1\"}", "{}"),
                entry(ErpOperation.CONFIRM_ORDER, State.OK, "{}", "{}")));
        reservations.forget(List.of(new Forgotten(7, "H1")), NOON);

        assertThat(due(END)).isEmpty();
    }

    @Test
    void isStillHeldWhenTheOrderWasRefusedOrWithoutIt() {
        reservations.save(List.of(
                entry(ErpOperation.CREATE_ORDER, State.REFUSED, "{\"reservation_id\":\"H1\"}", null),
                entry(ErpOperation.CREATE_ORDER, State.OK, "{}", "{}")));

        assertThat(due(END)).containsExactly("H1");
    }

    @Test
    void isOverOnceAFlowHasReleasedIt() {
        reservations.save(List.of(entry(ErpOperation.RELEASE_STOCK, State.OK, "{\"reservation_id\":\"H1\"}", "{}")));

        assertThat(due(END)).isEmpty();
    }

    @Test
    void isDueAtOnceWhenTheConversationHasForgottenIt() {
        reservations.forget(List.of(new Forgotten(8, "H1"), new Forgotten(7, "H2")), NOON);
        assertThat(due(NOON)).as("of somebody else").isEmpty();

        reservations.forget(List.of(new Forgotten(7, "H1")), NOON);
        assertThat(due(NOON)).containsExactly("H1");
    }

    @Test
    void holdsNothingThatTheErpDidNotConfirm() {
        reservations.save(List.of(new Entry(
                9,
                "k9",
                ErpOperation.RESERVE_STOCK,
                "{\"minutes\":1}",
                State.UNKNOWN,
                null,
                "?",
                1,
                null,
                NOON,
                NOON,
                NOON)));

        assertThat(due(END)).containsExactly("H1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "-1e999999", "\"soon\"", "null"})
    void keepsItsCommitWholeWhateverTheFlowSent(String minutes) {
        reservations.save(List.of(new Entry(
                9,
                "k9",
                ErpOperation.RESERVE_STOCK,
                "{\"minutes\":%s}".formatted(minutes),
                State.OK,
                "{\"reservation_id\":\"H9\"}",
                null,
                1,
                null,
                NOON,
                NOON,
                NOON)));

        assertThat(due(NOON.plus(Duration.ofDays(30)))).contains("H9");
    }

    private List<String> due(Instant now) {
        return reservations.due(now, now.plusSeconds(60), 10).stream()
                .map(Held::reservationId)
                .toList();
    }

    private static ObjectMapper asInApplicationYaml() {
        return new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    private static Entry entry(ErpOperation operation, State state, String request, @Nullable String reply) {
        return new Entry(7, "k." + operation, operation, request, state, reply, null, 1, null, NOON, NOON, NOON);
    }
}
