package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.flow.Session;
import io.waybill.revision.LiveSessions.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionPlacesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String REVISION = "0123456789abcdef";

    private final TestDatabase database = TestDatabase.migrated();
    private final SessionPlaces places = new SessionPlaces(database.jdbc());

    @Test
    void countsSessionsAtEachStepOfEachRevision() {
        conversation(at("order", REVISION, "quantity"), NOON);
        conversation(at("order", REVISION, "quantity"), NOON.plusSeconds(5));
        conversation(at("order", "fedcba9876543210", "quantity"), NOON);
        conversation(at("status", REVISION, "ask"), null);

        assertThat(places.standings(null))
                .containsExactlyInAnyOrder(
                        new Standing("order", REVISION, "quantity", 2, NOON.plusSeconds(5)),
                        new Standing("order", "fedcba9876543210", "quantity", 1, NOON),
                        new Standing("status", REVISION, "ask", 1, null));
        assertThat(places.standings("status")).hasSize(1);
    }

    @Test
    void leavesOutWhoIsInNoFlow() {
        conversation(null, NOON);
        conversation(Session.idle("s1").toJson(), NOON);

        assertThat(places.standings(null)).isEmpty();
    }

    @Test
    void takesWhateverCustomersWrote() {
        String place = "{\"id\":\"x\",\"n\":1,\"at\":{\"flow\":\"fake\",\"rev\":\"r\",\"step\":\"s\"}";
        for (String text : new String[] {"\u0000", "\\u0000", "\"", "}{", place}) {
            Session session = Session.idle("s1");
            session.variables().put("said", text);
            session.variables().put("long", "x".repeat(20_000));
            conversation(with(session, "order"), NOON);
            conversation(session.toJson(), NOON);
        }

        assertThat(places.standings(null)).containsExactly(new Standing("order", REVISION, "quantity", 5, NOON));
    }

    @Test
    void findsThePlaceWithTheLongestIds() {
        Session longest = new Session(
                "a".repeat(20),
                Integer.MAX_VALUE,
                new Session.Place("f".repeat(40), REVISION, "s".repeat(40)),
                Session.idle("a").waiting(),
                Session.idle("a").variables(),
                Session.idle("a").cart(),
                Session.idle("a").start(),
                0,
                null,
                null,
                null,
                null,
                null);
        conversation(longest.toJson(), NOON);

        assertThat(places.standings("f".repeat(40)))
                .containsExactly(new Standing("f".repeat(40), REVISION, "s".repeat(40), 1, NOON));
    }

    private static String at(String flow, String revision, String step) {
        return in(Session.idle("s1"), new Session.Place(flow, revision, step));
    }

    private static String with(Session session, String flow) {
        return in(session, new Session.Place(flow, REVISION, "quantity"));
    }

    private static String in(Session session, Session.Place place) {
        return new Session(
                        session.id(),
                        7,
                        place,
                        session.waiting(),
                        session.variables(),
                        session.cart(),
                        session.start(),
                        0,
                        null,
                        null,
                        null,
                        null,
                        null)
                .toJson();
    }

    private void conversation(@Nullable String session, @Nullable Instant lastMessageAt) {
        long contact = database.jdbc()
                .sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
        database.jdbc()
                .sql("insert into conversation (contact_id, session, last_message_at) values (?, ?, ?)")
                .params(contact, session, lastMessageAt == null ? null : lastMessageAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
