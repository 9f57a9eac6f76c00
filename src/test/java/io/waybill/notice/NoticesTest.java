package io.waybill.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicInteger told = new AtomicInteger();
    private final Notices notices = new Notices(
            database.jdbc(),
            new LiveEvents() {
                @Override
                public void tell(Predicate<Listener> to, String name, Object data) {
                    told.incrementAndGet();
                }
            },
            clock);

    @Test
    void saysTheSameThingOnceHoweverOftenItHappens() {
        Instant first = clock.instant();
        notices.raise(Kind.CHANNEL_STOPPED, "1", "The token is not valid.", null);
        clock.pass(Duration.ofMinutes(5));
        notices.raise(Kind.CHANNEL_STOPPED, "1", "The number is not registered.", "/set-up");

        assertThat(notices.open())
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .isEqualTo(new Notice(
                                notice.id(),
                                Kind.CHANNEL_STOPPED,
                                "1",
                                "The number is not registered.",
                                "/set-up",
                                first,
                                clock.instant(),
                                2)));
    }

    @Test
    void endsWhatIsSetRightAndNothingElse() {
        notices.raise(Kind.TEMPLATE_STATUS, "order_shipped.en", "Meta paused it.", null);
        notices.raise(Kind.TEMPLATE_STATUS, "order_shipped.fr", "Meta paused it.", null);
        notices.raise(Kind.TEMPLATE_MISMATCH, "order_shipped.en", "It has three placeholders now.", null);

        notices.end(Kind.TEMPLATE_STATUS, "order_shipped.en");

        assertThat(notices.open())
                .extracting(notice -> notice.kind() + " " + notice.subject())
                .containsExactly("template-mismatch order_shipped.en", "template-status order_shipped.fr");
    }

    @Test
    void isANewNoticeWhenItHappensAgainAfterItsEnd() {
        notices.raise(Kind.ACCOUNT, "1", "Meta restricted the account.", null);
        notices.end(Kind.ACCOUNT, "1");
        clock.pass(Duration.ofHours(1));

        notices.raise(Kind.ACCOUNT, "1", "Meta restricted the account.", null);

        assertThat(notices.open()).singleElement().satisfies(notice -> {
            assertThat(notice.since()).isEqualTo(clock.instant());
            assertThat(notice.times()).isEqualTo(1);
        });
    }

    @Test
    void isPutAwayByAPersonOnce() {
        notices.raise(Kind.UNDELIVERED, "7.1", "The customer has no WhatsApp.", "/chats/7");
        long id = notices.open().getFirst().id();

        assertThat(notices.dismiss(id, "ada")).isTrue();
        assertThat(notices.dismiss(id, "ada")).isFalse();
        assertThat(notices.open()).isEmpty();
    }

    @Test
    void tellsBrowsersOnceTheChangeCanBeSeenAndNothingOfOneThatIsRolledBack() {
        database.transaction().executeWithoutResult(tx -> {
            notices.raise(Kind.ACCOUNT, "1", "Meta restricted the account.", null);
            assertThat(told).hasValue(0);
        });
        assertThat(told).hasValue(1);

        database.transaction().executeWithoutResult(tx -> {
            notices.end(Kind.ACCOUNT, "1");
            tx.setRollbackOnly();
        });
        assertThat(told).hasValue(1);
        notices.end(Kind.ACCOUNT, "1");
        assertThat(told).hasValue(2);
    }
}
