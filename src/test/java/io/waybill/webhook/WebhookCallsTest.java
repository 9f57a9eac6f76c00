package io.waybill.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.webhook.WebhookCalls.Kind;
import io.waybill.webhook.WebhookCalls.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class WebhookCallsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final WebhookCalls here = new WebhookCalls(database.jdbc(), clock);
    private final WebhookCalls elsewhere = new WebhookCalls(database.jdbc(), clock);

    @Test
    void countsTheCallsOfAllNodes() {
        here.seen("main", Kind.GENUINE);
        here.seen("main", Kind.GENUINE);
        clock.pass(Duration.ofMinutes(1));
        elsewhere.seen("main", Kind.GENUINE);
        elsewhere.seen("own", Kind.WRONGLY_SIGNED);
        elsewhere.write();

        assertThat(here.of(List.of("main"))).containsOnlyKeys(Kind.GENUINE).containsEntry(Kind.GENUINE, seen(3));
        assertThat(here.of(List.of("main", "own"))).containsEntry(Kind.WRONGLY_SIGNED, seen(1));
    }

    @Test
    void countsWhatIsLatelyAndRemembersTheLast() {
        here.seen("main", Kind.WRONGLY_SIGNED);
        Instant last = clock.instant();
        clock.pass(Duration.ofDays(1));
        assertThat(here.of(List.of("main"))).containsEntry(Kind.WRONGLY_SIGNED, new Seen(1, last));

        clock.pass(Duration.ofDays(1));
        assertThat(here.of(List.of("main"))).containsEntry(Kind.WRONGLY_SIGNED, new Seen(0, last));
    }

    @Test
    void losesNoCountWhileTheDatabaseDoesNotTakeIt() {
        here.seen("main", Kind.GENUINE);
        database.jdbc().sql("alter table webhook_call rename to away").update();
        assertThatThrownBy(here::write).isInstanceOf(DataAccessException.class);
        here.seen("main", Kind.GENUINE);
        database.jdbc().sql("alter table away rename to webhook_call").update();

        assertThat(here.of(List.of("main"))).containsEntry(Kind.GENUINE, seen(2));
    }

    private Seen seen(long times) {
        return new Seen(times, clock.instant());
    }
}
