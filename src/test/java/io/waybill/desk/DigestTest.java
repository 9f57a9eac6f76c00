package io.waybill.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.desk.DeskSettings.Assign;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notice;
import io.waybill.notice.Notices;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** Friday, before the office opens. */
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T07:00:00Z"));

    private final TestDatabase database = TestDatabase.migrated();
    private final DeskRig office =
            new DeskRig(database, clock, DeskRig.settings(Assign.MANUAL, Map.of(), DeskRig.OFFICE));
    private final Notices notices = new Notices(database.jdbc(), new LiveEvents(), clock);
    private final Digest digest = digest();

    /** 003-19: once a day somebody says how much waits. */
    @Test
    void saysOnceADayWhatWaitsWhenTheOfficeOpensWhicheverNodeIsFirst() {
        office.waits(1, "order");
        office.waits(2, "order");
        digest.look();
        assertThat(notices.open()).as("it is closed").isEmpty();

        clock.pass(Duration.ofHours(1));
        digest.look();
        digest().look();
        clock.pass(Duration.ofHours(3));
        digest.look();

        assertThat(notices.open())
                .extracting(Notice::sentence, Notice::times)
                .containsExactly(tuple(
                        "This waits for a person today: unassigned-chats: 2. GET /api/v1/attention says what to do.",
                        1));
    }

    @Test
    void namesEachCategoryAsTheAddressesDo() {
        office.waits(1, "order");
        office.waits(2, "order");
        office.hears(new ChatNews.Waits(3, clock.instant().minus(Duration.ofDays(1)), "order", null, null));
        clock.pass(Duration.ofHours(1));

        digest.look();

        assertThat(notices.open())
                .extracting(Notice::sentence)
                .singleElement()
                .asString()
                .startsWith("This waits for a person today: unassigned-chats: 3, unanswered: 1. ");
    }

    @Test
    void saysNothingAtWeekendsAndEndsWhatIsSetRight() {
        office.waits(1, "order");
        clock.pass(Duration.ofHours(1));
        digest.look();
        clock.pass(Duration.ofDays(1));
        digest.look();
        assertThat(notices.open()).extracting(Notice::times).containsExactly(1);

        office.hears(new ChatNews.Answered(1));
        clock.pass(Duration.ofDays(2));
        digest.look();
        assertThat(notices.open()).isEmpty();
    }

    private Digest digest() {
        return new Digest(
                List.of(WaitingChats.unassigned(database.jdbc()), WaitingChats.unanswered(database.jdbc())),
                office.rules,
                notices,
                office.alerts,
                database.jdbc(),
                database.transaction(),
                clock);
    }
}
